'use client';

import { type RefObject, Suspense } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Notice } from '#components/ui/notice.tsx';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import { useElapsed } from '#lib/client/use-elapsed.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { type ActiveState, activeStates } from '#lib/domain/try-on.ts';
import {
  elapsedClock,
  expectation,
  roomWords,
  stageText,
  stageTitle,
  takesLongerThanUsual,
  waitingText,
} from '#lib/words/try-on.ts';
import { Curtain } from './curtain.tsx';
import { Panel, PanelHeading, SubjectPicture } from './panel.tsx';

// Of use once something is being made, so it is not part of the room's first script.
const TellMeButton = lazyOrNothing(async () => ({
  default: (await import('#components/shop/tell-me-button.tsx')).TellMeButton,
}));

type ActiveTryOn = Extract<TryOnView, { state: ActiveState }>;

interface TryOnProgressProps {
  tryOn: ActiveTryOn;
  headingRef: RefObject<HTMLHeadingElement | null>;
  onCancel: () => void;
}

export function TryOnProgress({ tryOn, headingRef, onCancel }: TryOnProgressProps) {
  const elapsed = useElapsed(tryOn.createdAt);
  const { state, waiting, expected } = tryOn;
  const ahead = state === 'queued' ? tryOn.ahead : 0;
  const late = elapsed !== null && takesLongerThanUsual(elapsed, expected.medianSeconds);
  return (
    <Panel
      picture={
        <>
          <SubjectPicture tryOn={tryOn} />
          <Curtain state="drawn" />
        </>
      }
    >
      <div className="flex items-baseline justify-between gap-3">
        <PanelHeading ref={headingRef}>{stageTitle[state]}</PanelHeading>
        {/* Not announced, or a screen reader would count along. */}
        <span aria-hidden className="font-display text-heading text-ink-soft tabular-nums">
          {elapsedClock(elapsed ?? 0)}
        </span>
      </div>
      <StageLine state={state} />
      {waiting ? (
        <Notice kind="warning" role="status">
          {waitingText[waiting]}
        </Notice>
      ) : (
        <p className="text-pretty">{stageText(state, ahead)}</p>
      )}
      {/* What is usual is no promise to somebody who waits for others. */}
      {!waiting && (late || ahead === 0) && (
        <p className="text-sm text-pretty text-ink-soft">
          {late ? roomWords.late : `${expectation(expected)}.`}
        </p>
      )}
      {state === 'queued' && (
        <Button variant="secondary" onClick={onCancel} className="justify-self-start">
          {roomWords.callOff}
        </Button>
      )}
      <div className="grid justify-items-start gap-1 border-t border-line pt-4">
        <p className="text-sm text-pretty text-ink-soft">{roomWords.mayLeave}</p>
        <Suspense fallback={null}>
          <TellMeButton className="-ml-4" />
        </Suspense>
      </div>
    </Panel>
  );
}

/** Which of the four stages it is in. How far within a stage, nobody knows. */
function StageLine({ state }: { state: ActiveState }) {
  const now = activeStates.indexOf(state);
  return (
    <div
      role="progressbar"
      aria-label={roomWords.progress}
      aria-valuemin={1}
      aria-valuemax={activeStates.length}
      aria-valuenow={now + 1}
      aria-valuetext={stageTitle[state]}
      className="grid grid-cols-4 gap-1"
    >
      {activeStates.map((stage, index) => (
        <span
          key={stage}
          className={classNames(
            'h-1 rounded-full',
            index < now && 'bg-accent',
            // Begun, and nobody knows how far: not as full as those that are done.
            index === now && 'animate-breathe bg-accent/50',
            index > now && 'bg-line',
          )}
        />
      ))}
    </div>
  );
}
