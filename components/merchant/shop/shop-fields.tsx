import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface ShopFieldProps {
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

export function ShopNameField({ value, onChange, error }: ShopFieldProps) {
  return (
    <Field label="Name" error={error}>
      {(control) => (
        <Input
          {...control}
          autoComplete="organization"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function TaglineField({ value, onChange, error }: ShopFieldProps) {
  return (
    <Field
      label="In one sentence"
      hint="Shoppers read it under the shop’s name."
      error={error}
      optional
    >
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
