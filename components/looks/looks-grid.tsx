'use client';

import { Columns2 } from 'lucide-react';
import { useState } from 'react';
import { KeptTabs } from '#components/favourites/kept-tabs.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import { type LooksFilter, useTryOns } from '#lib/client/use-try-ons.ts';
import type { TryOnList, TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { compareWords, looksWords } from '#lib/words/looks.ts';
import { CompareBar } from './compare-bar.tsx';
import { ConfirmOnDemand, prepareConfirm } from './confirm-on-demand.tsx';
import { DeleteAllLooks } from './delete-all-looks.tsx';
import { LiveLookCard } from './live-look-card.tsx';
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

  const hasNoPicture = leaving !== null && leaving.state !== 'succeeded';
  const leavingWords = hasNoPicture ? looksWords.takeOut : looksWords.deleteOne;

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
      void say(leavingWords.done);
      setLeaving(null);
    } catch (thrown) {
      void say(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className="grid gap-8">
      <KeptTabs here={only ? 'favourite-looks' : 'looks'}>
        {looks.length > 1 && !choice.chosen && (
          <Button variant="quiet" onClick={choice.begin} className="-mr-4 ml-auto">
            <Columns2 aria-hidden /> {compareWords.start}
          </Button>
        )}
      </KeptTabs>
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
      {shown.length === 0 && (only ? <NoFavouriteLooks /> : <NoLooks />)}
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
        !only && shown.length > 0 && <DeleteAllLooks />
      )}
      <ConfirmOnDemand
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={leavingWords.title}
        confirmLabel={leavingWords.confirm}
        busy={busy}
        onConfirm={() => void confirm()}
      >
        {leaving && leavingWords.text(lookName(leaving))}
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
    <EmptyState
      title={title}
      action={<LinkButton href="/garments">{action}</LinkButton>}
      className="border-t-0"
    >
      {text}
    </EmptyState>
  );
}

function NoFavouriteLooks() {
  const { title, text, action } = looksWords.noFavourites;
  return (
    <EmptyState
      title={title}
      action={<LinkButton href="/looks">{action}</LinkButton>}
      className="border-t-0"
    >
      {text}
    </EmptyState>
  );
}
