'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { alertSecret } from '#lib/contracts/alerts.ts';
import { CopyableId } from '../../copyable-id.tsx';

/** The secret that the receiver checks messages with: shown once, and made anew at any time. */
export function WebhookSecret({ has }: { has: boolean }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);

  const renew = async () => {
    setBusy(true);
    try {
      const path = '/api/admin/operations/alerts/secret';
      setSecret((await fetchJson(path, alertSecret, { method: 'POST' })).secret);
    } catch (failure) {
      toast.error(sayError(failure));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };

  const exists = has || secret !== null;
  return (
    <div className="grid justify-items-start gap-3">
      {secret && (
        <Notice kind="success" role="status" title="Keep this secret now: it is shown once">
          <CopyableId name="secret" id={secret} />
        </Notice>
      )}
      <p className="max-w-prose text-label text-pretty text-ink-soft">
        {exists
          ? 'Messages are signed: X-Fitting-Room-Signature is the HMAC-SHA256 of X-Fitting-Room-Timestamp, a dot and the body.'
          : 'Without a secret messages are not signed, and the receiver cannot tell whether they are ours.'}
      </p>
      <Button
        variant="secondary"
        size="small"
        disabled={busy}
        onClick={() => (exists ? setAsking(true) : void renew())}
      >
        {exists ? 'Make a new secret' : 'Make a secret'}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Make a new secret?"
        confirmLabel="Make a new secret"
        keepLabel="Keep the old one"
        busy={busy}
        onConfirm={() => void renew()}
      >
        From then on messages are signed with it, and the receiver refuses them until it knows the
        new one.
      </ConfirmDialog>
    </div>
  );
}
