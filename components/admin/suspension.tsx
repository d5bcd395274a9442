'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { useChange } from './use-change.ts';
import { UtcTime } from './utc-time.tsx';

interface SuspensionProps {
  /** Where it is put and deleted. */
  path: string;
  /** Who or what is suspended. */
  name: string;
  suspendedAt: string | null;
  reason: string | null;
  /** What it does, and what its end does. */
  effects: { suspended: string; lifted: string };
}

/** A person or a shop is shut out, with a reason for other admins, or let in again. */
export function Suspension({ path, name, suspendedAt, reason, effects }: SuspensionProps) {
  const formId = useId();
  const { busy, errors, run } = useChange();
  const [asked, setAsked] = useState(false);
  const close = () => setAsked(false);

  const suspend = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const why = String(new FormData(event.currentTarget).get('reason') ?? '');
    const init = { ...jsonBody({ reason: why }), method: 'PUT' };
    if (await run(() => fetchNothing(path, init))) close();
  };
  const lift = async () => {
    await run(() => fetchNothing(path, { method: 'DELETE' }));
    close();
  };

  if (suspendedAt) {
    return (
      <Notice
        kind="warning"
        title="Suspended"
        actions={
          <Button variant="secondary" size="small" onClick={() => setAsked(true)}>
            Lift the suspension
          </Button>
        }
      >
        <p className="break-words">
          Since <UtcTime instant={suspendedAt} />
          {reason && `: ${reason}`}
        </p>
        <ConfirmDialog
          open={asked}
          onOpenChange={setAsked}
          title={`Lift the suspension of ${name}?`}
          confirmLabel="Lift the suspension"
          keepLabel="Keep it"
          danger={false}
          busy={busy}
          onConfirm={() => void lift()}
        >
          {effects.lifted}
        </ConfirmDialog>
      </Notice>
    );
  }
  return (
    <div className="grid justify-items-start gap-2">
      <p className="max-w-xl text-sm text-pretty text-ink-soft">{effects.suspended}</p>
      <Button variant="secondary" onClick={() => setAsked(true)}>
        Suspend
      </Button>
      <Dialog
        open={asked}
        onOpenChange={setAsked}
        title={`Suspend ${name}?`}
        description={effects.suspended}
        actions={
          <>
            <Button variant="secondary" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" form={formId} variant="danger" disabled={busy}>
              Suspend
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={(event) => void suspend(event)}>
          <Field label="Why" hint="Other admins read this." error={errors.reason}>
            {(control) => <Textarea name="reason" required maxLength={300} rows={2} {...control} />}
          </Field>
        </form>
      </Dialog>
    </div>
  );
}
