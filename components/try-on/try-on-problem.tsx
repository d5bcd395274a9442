import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { Panel, PanelHeading, SubjectPicture } from './panel.tsx';
import type { TryOnPanelProps } from './try-on-panel.tsx';

type ProblemTryOn = Extract<TryOnView, { state: 'failed' | 'blocked' | 'expired' | 'unknown' }>;

interface TryOnProblemProps
  extends Pick<TryOnPanelProps, 'headingRef' | 'fresh' | 'busy' | 'onAskAgain' | 'onChooseAgain'> {
  tryOn: ProblemTryOn;
}

/** What happened, what to change, and the next step; the photo is still there. */
export function TryOnProblem({ tryOn, headingRef, fresh, ...actions }: TryOnProblemProps) {
  const { problem, subject } = tryOn;
  return (
    <Panel wordsFirst picture={<SubjectPicture tryOn={tryOn} uncovered={fresh} />}>
      <PanelHeading ref={headingRef}>{problem.title}</PanelHeading>
      <p className="text-pretty">{problem.advice}</p>
      {subject.kind === 'photo' && (
        <p className="text-sm text-ink-soft">
          Your photo is kept; there is no need to send it again.
        </p>
      )}
      <div className="grid gap-2">
        <NextSteps tryOn={tryOn} {...actions} />
      </div>
    </Panel>
  );
}

function NextSteps({
  tryOn: { problem, subject },
  busy,
  onAskAgain,
  onChooseAgain,
}: Omit<TryOnProblemProps, 'headingRef' | 'fresh'>): ReactNode {
  const again = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} disabled={busy} onClick={onAskAgain}>
      Ask again
    </Button>
  );
  const another = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} disabled={busy} onClick={onChooseAgain}>
      {subject.kind === 'photo' ? 'Choose another photo' : 'Choose somebody else'}
    </Button>
  );
  switch (problem.askAgain) {
    case 'now':
    case 'later':
      return (
        <>
          {again('primary')}
          {another('secondary')}
        </>
      );
    case 'another_photo':
      return (
        <>
          {another('primary')}
          {again('secondary')}
        </>
      );
    case 'no':
      return (
        <>
          <LinkButton href="/garments">Try another garment</LinkButton>
          {another('secondary')}
        </>
      );
  }
}
