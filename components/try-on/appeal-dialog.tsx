'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { appeal } from '#lib/client/speak-of-try-on.ts';
import { APPEAL_LENGTH } from '#lib/domain/case-decision.ts';
import { appealWords } from '#lib/words/appeals.ts';

interface AppealDialogProps {
  tryOnId: string;
  onClose: () => void;
}

export default function AppealDialog({ tryOnId, onClose }: AppealDialogProps) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim();
    if (busy || !text) return;
    setBusy(true);
    setProblem(null);
    try {
      await appeal(tryOnId, text);
      void say(appealWords.sent);
      onClose();
    } catch (failure) {
      setProblem(sayError(failure));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      title={appealWords.title}
      description={appealWords.text}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {appealWords.leave}
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            {appealWords.send}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void send(event)}>
        <Field label={appealWords.label}>
          {(control) => (
            <Textarea name="text" required rows={4} maxLength={APPEAL_LENGTH} {...control} />
          )}
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
