'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { type LooksFilter, useTryOns } from '#lib/client/use-try-ons.ts';
import type { TryOnList, TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { looksWords } from '#lib/words/looks.ts';
import { CompareBar } from './compare-bar.tsx';
import { ConfirmOnDemand, prepareConfirm } from './confirm-on-demand.tsx';
import { DeleteAllLooks } from './delete-all-looks.tsx';
import { LiveLookCard } from './live-look-card.tsx';
import { LooksToolbar } from './looks-toolbar.tsx';
import { useLookChoice } from './use-look-choice.ts';

interface LooksGridProps {
  initial: TryOnList;
  only?: LooksFilter;
}

/** The person's try-ons: looks as pictures, those under way live, the others in words. */
export function LooksGrid({ initial, only }: LooksGridProps) {
  const { tryOns, error, more, refresh, remove, setFavourite } = useTryOns(initial, only);
  const [leaving, setLeaving] = useState<TryOnView | null>(null);
  const [busy, setBusy] = useState(false);
  const choice = useLookChoice();
  // One whose heart is taken goes at once, and comes back to its place when that is undone.
  const shown = only
    ? tryOns.filter((tryOn) => tryOn.state === 'succeeded' && tryOn.favourite)
    : tryOns;
  const looks = shown.filter(({ state }) => state === 'succeeded');

  const like = async (id: string, favourite: boolean) => {
    try {
      await setFavourite(id, favourite);
      if (favourite || !only) return;
      void say(looksWords.unliked, {
        action: { label: looksWords.undo, onClick: () => void like(id, true) },
      });
    } catch (refused) {
      void say(sayError(refused));
    }
  };

  const ask = (tryOn: TryOnView) =>
    prepareConfirm().then(
      () => setLeaving(tryOn),
      (unreachable) => say(sayError(unreachable)),
    );

  const confirm = async () => {
    if (!leaving) return;
    setBusy(true);
    try {
      await remove(leaving.id);
      void say(looksWords.deleteOne.done);
      setLeaving(null);
    } catch (thrown) {
      void say(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  if (shown.length === 0 && !only) return <NoLooks />;
  return (
    <div className="grid gap-8">
      <LooksToolbar
        only={only}
        onCompare={looks.length > 1 && !choice.chosen ? choice.begin : null}
      />
      {Boolean(error) && (
        <Notice
          kind="warning"
          role="status"
          actions={
            <Button variant="secondary" size="small" onClick={() => void refresh()}>
              {looksWords.tryAgain}
            </Button>
          }
        >
          {sayError(error)}
        </Notice>
      )}
      {shown.length === 0 && <NoFavouriteLooks />}
      <ul className="grid grid-cols-2 gap-x-4 gap-y-10 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-y-14">
        {shown.map((tryOn) => (
          <li key={tryOn.id}>
            <LiveLookCard
              known={tryOn}
              choice={choice.of(tryOn.id)}
              onDelete={(leave) => void ask(leave)}
              onFavourite={(favourite) => void like(tryOn.id, favourite)}
            />
          </li>
        ))}
      </ul>
      {more && (
        <Button variant="secondary" onClick={more} className="justify-self-center">
          {looksWords.more}
        </Button>
      )}
      {choice.chosen ? (
        <CompareBar chosen={choice.chosen} onCancel={choice.end} />
      ) : (
        !only && <DeleteAllLooks />
      )}
      <ConfirmOnDemand
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={looksWords.deleteOne.title}
        confirmLabel={looksWords.deleteOne.confirm}
        busy={busy}
        onConfirm={() => void confirm()}
      >
        {leaving && looksWords.deleteOne.text(lookName(leaving))}
        {leaving?.subject.kind === 'photo' &&
          leaving.subject.picture &&
          ` ${looksWords.deleteOne.photoStays}`}
      </ConfirmOnDemand>
    </div>
  );
}

export function NoLooks() {
  const { title, text, action } = looksWords.empty;
  return (
    <EmptyState title={title} action={<LinkButton href="/garments">{action}</LinkButton>}>
      {text}
    </EmptyState>
  );
}

function NoFavouriteLooks() {
  const { title, text, action } = looksWords.noFavourites;
  return (
    <EmptyState title={title} action={<LinkButton href="/looks">{action}</LinkButton>}>
      {text}
    </EmptyState>
  );
}
