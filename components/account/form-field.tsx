import type { ComponentProps, ReactNode } from 'react';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface FormFieldProps extends ComponentProps<'input'> {
  label: string;
  hint?: ReactNode;
  error?: string | null;
}

export function FormField({ label, hint, error, ...input }: FormFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => <Input required {...input} {...control} />}
    </Field>
  );
}

type PasswordProps = Omit<FormFieldProps, 'type' | 'autoComplete'>;

/** One that is there already: password managers fill it in. */
export function PasswordField(props: PasswordProps) {
  return <FormField type="password" autoComplete="current-password" {...props} />;
}

/** One that is chosen: password managers propose it. */
export function NewPasswordField(props: PasswordProps) {
  return <FormField type="password" autoComplete="new-password" {...props} />;
}
