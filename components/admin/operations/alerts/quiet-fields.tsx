import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import type { AlertDraft, DraftErrors } from './alert-draft.ts';

interface QuietFieldsProps {
  on: boolean;
  quiet: AlertDraft['quiet'];
  zones: readonly string[];
  errors: DraftErrors;
  onSwitch: (on: boolean) => void;
  onChange: (change: Partial<AlertDraft['quiet']>) => void;
}

/** When nobody is to be woken, by whose clock. */
export function QuietFields({ on, quiet, zones, errors, onSwitch, onChange }: QuietFieldsProps) {
  return (
    <fieldset className="grid gap-3">
      <legend className="sr-only">Quiet hours</legend>
      <Checkbox
        checked={on}
        onChange={(event) => onSwitch(event.target.checked)}
        label={
          <>
            <span className="font-medium">Quiet hours</span>
            <span className="block text-label text-pretty text-ink-soft">
              Nobody is written to then. What is still on afterwards is told then; rules that are
              marked “Also at night” are told at any hour.
            </span>
          </>
        }
      />
      {on && (
        <div className="grid gap-4 sm:grid-cols-[9rem_9rem_minmax(0,1fr)] sm:pl-8">
          <Field label="From" error={errors['quiet.from']}>
            {(control) => (
              <Input
                {...control}
                type="time"
                required
                value={quiet.from}
                onChange={(event) => onChange({ from: event.target.value })}
              />
            )}
          </Field>
          <Field label="To" error={errors['quiet.to']}>
            {(control) => (
              <Input
                {...control}
                type="time"
                required
                value={quiet.to}
                onChange={(event) => onChange({ to: event.target.value })}
              />
            )}
          </Field>
          <Field label="Time zone" error={errors['quiet.zone']}>
            {(control) => (
              <Select
                {...control}
                value={quiet.zone}
                onChange={(event) => onChange({ zone: event.target.value })}
              >
                {[...new Set([quiet.zone, ...zones])].map((zone) => (
                  <option key={zone} value={zone}>
                    {zone.replaceAll('_', ' ')}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      )}
    </fieldset>
  );
}
