'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Select } from '#components/ui/select.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { NOTE_LENGTH, resolutionsByHand } from '#lib/domain/case-decision.ts';
import { resolveCase, tellDecision } from './decide-case.ts';
import { resolutionByHandWords } from './decision-words.ts';

interface ResolveDialogProps {
  /** Null while nothing is asked. */
  reviewCase: { tryOnId: string; version: number } | null;
  onClose: () => void;
  /** Also after it was taken back from the toast, and when somebody else was first. */
  onDecided: () => void;
}

export function ResolveDialog({ reviewCase, onClose, onDecided }: ResolveDialogProps) {
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!reviewCase) return null;
  const { tryOnId, version } = reviewCase;

  const close = () => {
    setProblem(null);
    onClose();
  };
  const resolve = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const resolution = resolutionsByHand.find((one) => one === form.get('resolution'));
    if (!resolution) return;
    setBusy(true);
    setProblem(null);
    try {
      const note = String(form.get('note') ?? '').trim();
      tellDecision(tryOnId, await resolveCase(tryOnId, version, resolution, note), onDecided);
      close();
    } catch (failure) {
      setProblem(sayError(failure));
    } finally {
      setBusy(false);
      onDecided();
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(stays) => {
        if (!stays) close();
      }}
      title="Resolve this case"
      actions={
        <>
          <Button variant="secondary" onClick={close}>
            Leave it open
          </Button>
          <Button type="submit" form={formId} disabled={busy}>
            Resolve
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-4" onSubmit={(event) => void resolve(event)}>
        <Field label="What came of it">
          {(control) => (
            <Select name="resolution" {...control}>
              {resolutionsByHand.map((one) => (
                <option key={one} value={one}>
                  {resolutionByHandWords[one]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Note" optional hint="Other admins read this.">
          {(control) => <Textarea name="note" rows={2} maxLength={NOTE_LENGTH} {...control} />}
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
