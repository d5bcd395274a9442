'use client';

import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { isNotThere } from '#lib/client/problem-error.ts';
import { refreshAllowance, useAllowance } from '#lib/client/use-allowance.ts';
import { useOnline } from '#lib/client/use-online.ts';
import { useTryOn } from '#lib/client/use-try-on.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { drawSeed } from '#lib/domain/parameters.ts';
import { personOf, subjectOf } from '#lib/domain/subject.ts';
import { type ActiveState, isFinal } from '#lib/domain/try-on.ts';
import { roomWords, stageTitle } from '#lib/words/try-on.ts';
import { AllowanceLeft, AllowanceUsedUp } from './allowance.tsx';
import { SubmissionRefused } from './submission-refused.tsx';
import { TryOnPanel } from './try-on-panel.tsx';
import type { Choice, RoomGarment } from './types.ts';
import type { Submission } from './use-submission.ts';

// Below the look, and of no use before there is one. Without it the look is whole all the same.
const NextGarments = lazy(() => import('./next-garments.tsx').catch(() => ({ default: Nothing })));

function Nothing(): ReactNode {
  return null;
}

interface FollowTryOnProps {
  tryOnId: string;
  garment: RoomGarment;
  submission: Submission;
  /** On the way to another garment's page. */
  moving: boolean;
  onChooseAgain: (choice: Choice | null) => void;
  bag: ReactNode;
}

/** Watches one try-on and wires what can be done with it. */
export function FollowTryOn({
  tryOnId,
  garment,
  submission,
  moving,
  onChooseAgain,
  bag,
}: FollowTryOnProps) {
  const { tryOn, error, cancel } = useTryOn(tryOnId);
  const online = useOnline();
  const allowance = useAllowance(garment.shop);
  const [adding, setAdding] = useState(false);
  const { announcement, heading, panel, fresh } = useStageChange(tryOn);
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It may have been asked for further down.
    if (submission.error) refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [submission.error]);
  const busy = moving || submission.phase !== 'idle';
  const ended = tryOn !== undefined && isFinal(tryOn.state);
  useEffect(() => {
    // One without a look does not count.
    if (ended) void refreshAllowance();
  }, [ended]);
  const usedUp = allowance?.left === 0 && !busy;

  if (isNotThere(error)) {
    return <GoneTryOn onChooseAgain={() => onChooseAgain(null)} />;
  }
  return (
    <div ref={panel} className="grid scroll-mt-20 grid-cols-1 gap-4 max-md:pb-6 md:scroll-mt-24">
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {tryOn ? (
        <TryOnPanel
          tryOn={tryOn}
          headingRef={heading}
          fresh={fresh}
          busy={busy}
          mayAsk={!usedUp}
          bag={bag}
          adding={adding}
          onAdding={setAdding}
          onCancel={() => void cancel().catch(() => {})}
          onAnotherTake={() =>
            submission.submit({
              garment: tryOn.garment.slug,
              subject: subjectOf(tryOn),
              seed: drawSeed(Math.random()),
            })
          }
          onAskAgain={() =>
            submission.submit({
              garment: tryOn.garment.slug,
              subject: subjectOf(tryOn),
              retryOf: tryOn.id,
            })
          }
          onChooseAgain={() => onChooseAgain(personOf(tryOn))}
        />
      ) : (
        <PanelSkeleton />
      )}
      {(!online || submission.unreachable || Boolean(error)) && (
        <div className="tall:sticky tall:bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 py-3 md:mx-0 md:px-0">
          <Notice kind="warning" role="status">
            {ended && submission.phase === 'idle'
              ? roomWords.unreachableLook
              : roomWords.unreachable}
          </Notice>
        </div>
      )}
      <div ref={refusal} className="scroll-my-24 empty:hidden">
        {usedUp && ended ? (
          <AllowanceUsedUp allowance={allowance} />
        ) : (
          <SubmissionRefused error={submission.error} />
        )}
      </div>
      {ended && !usedUp && <AllowanceLeft allowance={allowance} />}
      {tryOn?.state === 'succeeded' && !usedUp && (
        <Suspense fallback={null}>
          <NextGarments
            tryOn={tryOn}
            shop={garment.shop}
            adding={adding}
            busy={busy}
            onChoose={(slug, subject) => submission.submit({ garment: slug, subject })}
          />
        </Suspense>
      )}
    </div>
  );
}

/**
 * When the stage changes: words for the live region, and at the end the focus on the heading, with
 * the picture brought on to the screen.
 */
function useStageChange(tryOn: TryOnView | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [watched, setWatched] = useState(false);
  const state = tryOn?.state;
  const known = state !== undefined;
  const ended = known && isFinal(state);
  useEffect(() => {
    if (known && !ended) setWatched(true);
  }, [known, ended]);
  useEffect(() => {
    bringIntoView(panel.current);
    // A look that is only opened again takes the focus too: it is what the person came for.
    // While it is made, only the focus that went with the form is caught.
    const lost = document.activeElement === document.body;
    if (ended || (known && lost)) heading.current?.focus({ preventScroll: true });
  }, [known, ended]);
  return {
    announcement: state && !ended ? stageTitle[state as ActiveState] : '',
    heading,
    panel,
    fresh: watched,
  };
}

/** What sticks to the top covers so much: the page's header, or on a phone the garment's line. */
const COVERED = 64;

/** Leaves the page where it is when the panel's top can be seen already. */
function bringIntoView(panel: HTMLElement | null): void {
  if (!panel) return;
  const { top } = panel.getBoundingClientRect();
  if (top < COVERED || top > window.innerHeight / 2) panel.scrollIntoView({ block: 'start' });
}

function GoneTryOn({ onChooseAgain }: { onChooseAgain: () => void }) {
  return (
    <EmptyState
      title={roomWords.gone}
      action={<Button onClick={onChooseAgain}>{roomWords.tryAgain}</Button>}
    >
      {roomWords.goneText}
    </EmptyState>
  );
}

function PanelSkeleton() {
  return (
    <div className="flex flex-wrap gap-6">
      <Skeleton className="aspect-3/4 w-full max-w-(--frame)" />
      <div className="grid flex-1 basis-44 content-start gap-3">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-4 w-full" />
      </div>
    </div>
  );
}
