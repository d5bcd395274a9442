'use client';

import { type FormEvent, useId } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';

interface ReasonDialogProps {
  title: string;
  description: string;
  label: string;
  /** Who reads it. */
  hint: string;
  maxLength: number;
  confirmLabel: string;
  danger?: boolean;
  busy: boolean;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

/** A decision that is not made without a word on why. */
export function ReasonDialog({
  title,
  description,
  label,
  hint,
  maxLength,
  confirmLabel,
  danger = false,
  busy,
  onClose,
  onConfirm,
}: ReasonDialogProps) {
  const formId = useId();
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim();
    if (reason) onConfirm(reason);
  };
  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title={title}
      description={description}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Not now
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={danger ? 'danger' : 'primary'}
            disabled={busy}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={confirm}>
        <Field label={label} hint={hint}>
          {(control) => (
            <Textarea name="reason" required rows={3} maxLength={maxLength} {...control} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
