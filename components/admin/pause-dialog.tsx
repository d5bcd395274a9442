'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { sayError } from '#lib/client/problem-error.ts';

interface PauseDialogProps {
  open: boolean;
  onClose: () => void;
  /** Rejects when it could not be done. */
  onPause: (note: string) => Promise<void>;
}

/** Asks why, since whoever finds sending paused will want to know. */
export function PauseDialog({ open, onClose, onPause }: PauseDialogProps) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const pause = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onPause(String(new FormData(event.currentTarget).get('note') ?? ''));
      onClose();
    } catch (failure) {
      setProblem(sayError(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title="Pause sending?"
      description="New try-ons wait in the queue until somebody resumes. What the provider has already is finished."
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Go on sending
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            Pause sending
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void pause(event)}>
        <Field label="Why" hint="Other admins read this.">
          {(control) => <Textarea name="note" required maxLength={300} rows={2} {...control} />}
        </Field>
      </form>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
