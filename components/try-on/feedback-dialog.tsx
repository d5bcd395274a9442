'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { giveFeedback } from '#lib/client/speak-of-try-on.ts';
import { FEEDBACK_LENGTH } from '#lib/domain/case-decision.ts';
import { feedbackKinds } from '#lib/domain/review-case.ts';
import { feedbackWords } from '#lib/words/appeals.ts';

interface FeedbackDialogProps {
  tryOnId: string;
  onClose: () => void;
}

export default function FeedbackDialog({ tryOnId, onClose }: FeedbackDialogProps) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const kind = feedbackKinds.find((one) => one === form.get('kind'));
    if (busy || !kind) return;
    setBusy(true);
    setProblem(null);
    try {
      await giveFeedback(tryOnId, { kind, text: String(form.get('text') ?? '').trim() });
      void say(feedbackWords.thanks);
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
      title={feedbackWords.title}
      description={feedbackWords.text}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            {feedbackWords.leave}
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            {feedbackWords.send}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-3" onSubmit={(event) => void send(event)}>
        <fieldset className="grid">
          <legend className="sr-only">{feedbackWords.title}</legend>
          {feedbackKinds.map((kind) => (
            <label key={kind} className="flex min-h-11 items-center gap-3 text-sm">
              <input
                type="radio"
                name="kind"
                value={kind}
                required
                className="size-5 shrink-0 accent-accent"
              />
              {feedbackWords.kinds[kind]}
            </label>
          ))}
        </fieldset>
        <Field label={feedbackWords.label} optional>
          {(control) => <Textarea name="text" rows={2} maxLength={FEEDBACK_LENGTH} {...control} />}
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
