'use client';

import { type FormEvent, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';

interface ViewDialogProps {
  /** Its name so far; empty for a new one. */
  name: string;
  busy: boolean;
  onClose: () => void;
  onKeep: (name: string) => void;
}

export function ViewDialog({ name, busy, onClose, onKeep }: ViewDialogProps) {
  const formId = useId();
  const keep = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    if (given && !busy) onKeep(given);
  };
  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title={name ? 'Rename the view' : 'Save this view'}
      description="It keeps what is asked for, not what is found. Only you see it."
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            {name ? 'Rename' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={keep}>
        <Field label="Name">
          {(control) => (
            <Input
              name="name"
              required
              maxLength={60}
              defaultValue={name}
              autoComplete="off"
              {...control}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
