'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { useTryOns } from '#lib/client/use-try-ons.ts';
import type { TryOnList, TryOnView } from '#lib/contracts/try-on.ts';
import { LiveLookCard } from './live-look-card.tsx';

/** The person's try-ons: looks as pictures, those under way live, the others in words. */
export function LooksGrid({ initial }: { initial: TryOnList }) {
  const { tryOns, error, more, refresh, remove } = useTryOns(initial);
  const [leaving, setLeaving] = useState<TryOnView | null>(null);
  const [busy, setBusy] = useState(false);

  const confirm = async () => {
    if (!leaving) return;
    setBusy(true);
    try {
      await remove(leaving.id);
      toast('The look is deleted.');
      setLeaving(null);
    } catch (thrown) {
      toast(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (tryOns.length === 0) return <NoLooks />;
  return (
    <div className="grid gap-8">
      {Boolean(error) && (
        <Notice
          kind="warning"
          role="status"
          actions={
            <Button variant="secondary" size="small" onClick={() => void refresh()}>
              Try again
            </Button>
          }
        >
          {sayError(error)}
        </Notice>
      )}
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-y-14">
        {tryOns.map((tryOn) => (
          <li key={tryOn.id}>
            <LiveLookCard known={tryOn} onDelete={setLeaving} />
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="secondary" onClick={more} className="justify-self-center">
          More looks
        </Button>
      )}
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title="Delete this look?"
        confirmLabel="Delete look"
        busy={busy}
        onConfirm={() => void confirm()}
      >
        {leaving?.garment.title}: the picture is removed for good.
        {leaving?.subject.kind === 'photo' && ' Your photo stays.'}
      </ConfirmDialog>
    </div>
  );
}

export function NoLooks() {
  return (
    <EmptyState
      title="No looks yet"
      action={<LinkButton href="/garments">Browse the garments</LinkButton>}
    >
      Open a garment and press Try it on. Every picture that you ask for is kept here, even if you
      close the page while it is being made.
    </EmptyState>
  );
}
