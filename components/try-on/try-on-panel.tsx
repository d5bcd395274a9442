import type { ReactNode, RefObject } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { roomWords } from '#lib/words/try-on.ts';
import { BackToLook } from './back-to-look.tsx';
import { LookResult } from './look-result.tsx';
import { Panel, PanelHeading, SubjectPicture } from './panel.tsx';
import { TryOnProblem } from './try-on-problem.tsx';
import { TryOnProgress } from './try-on-progress.tsx';

export interface TryOnPanelProps {
  tryOn: TryOnView;
  headingRef: RefObject<HTMLHeadingElement | null>;
  /** It was watched until it was done, so the curtain opens on it. */
  fresh: boolean;
  /** Something is being asked for right now. */
  busy: boolean;
  /** False when the day's try-ons are used up: then nothing is offered that would need one. */
  mayAsk: boolean;
  /** What puts the garment into the bag. */
  bag: ReactNode;
  /** The second piece of an outfit is being chosen. */
  adding: boolean;
  onAdding: (adding: boolean) => void;
  onCancel: () => void;
  /** The same again with another seed. */
  onAnotherTake: () => void;
  /** The same again after a failure. */
  onAskAgain: () => void;
  onChooseAgain: () => void;
}

/** A try-on in whichever state it is, beside its garment. */
export function TryOnPanel({ tryOn, ...actions }: TryOnPanelProps) {
  switch (tryOn.state) {
    case 'queued':
    case 'sending':
    case 'running':
    case 'saving':
      return <TryOnProgress tryOn={tryOn} {...actions} />;
    case 'succeeded':
      return <LookResult tryOn={tryOn} {...actions} />;
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown':
      return <TryOnProblem tryOn={tryOn} {...actions} />;
    case 'cancelled':
      return (
        <Panel wordsFirst picture={<SubjectPicture tryOn={tryOn} uncovered={actions.fresh} />}>
          <PanelHeading ref={actions.headingRef}>{roomWords.calledOff}</PanelHeading>
          <p className="text-ink-soft">{roomWords.calledOffText}</p>
          <div className="grid gap-2">
            <Button onClick={actions.onChooseAgain} disabled={actions.busy}>
              {roomWords.tryAgain}
            </Button>
            <BackToLook tryOn={tryOn} />
          </div>
        </Panel>
      );
  }
}
