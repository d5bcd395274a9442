import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { noLookWords } from '#lib/words/try-on.ts';
import { Appeal } from './appeal.tsx';
import { BackToLook } from './back-to-look.tsx';
import { Panel, PanelHeading, SubjectPicture } from './panel.tsx';
import type { TryOnPanelProps } from './try-on-panel.tsx';

type ProblemTryOn = Extract<TryOnView, { state: 'failed' | 'blocked' | 'expired' | 'unknown' }>;

interface TryOnProblemProps
  extends Pick<
    TryOnPanelProps,
    'headingRef' | 'fresh' | 'busy' | 'mayAsk' | 'onAskAgain' | 'onChooseAgain'
  > {
  tryOn: ProblemTryOn;
}

/** What happened, what to change, and the next step; the photo is still there. */
export function TryOnProblem({ tryOn, headingRef, fresh, ...actions }: TryOnProblemProps) {
  const { problem, subject } = tryOn;
  return (
    <Panel wordsFirst picture={<SubjectPicture tryOn={tryOn} uncovered={fresh} />}>
      <PanelHeading ref={headingRef}>{problem.title}</PanelHeading>
      <p className="text-pretty">{problem.advice}</p>
      {subject.kind === 'photo' && subject.picture && (
        <p className="text-sm text-ink-soft">{noLookWords.photoKept}</p>
      )}
      {tryOn.appeal && <Appeal tryOn={tryOn} />}
      <div className="grid gap-2">
        <NextSteps tryOn={tryOn} {...actions} />
        <BackToLook tryOn={tryOn} />
        {!tryOn.appeal && <Appeal tryOn={tryOn} />}
      </div>
    </Panel>
  );
}

function NextSteps({
  tryOn: { problem, subject, under },
  busy,
  mayAsk,
  onAskAgain,
  onChooseAgain,
}: Omit<TryOnProblemProps, 'headingRef' | 'fresh'>): ReactNode {
  // An outfit cannot be asked for again once the look under it has gone.
  const again = (variant: 'primary' | 'secondary') =>
    mayAsk &&
    (!under || under.look) && (
      <Button variant={variant} disabled={busy} onClick={onAskAgain}>
        {noLookWords.askAgain}
      </Button>
    );
  const another = (variant: 'primary' | 'secondary') => (
    <Button variant={variant} disabled={busy} onClick={onChooseAgain}>
      {subject.kind === 'photo' ? noLookWords.chooseAnotherPhoto : noLookWords.chooseSomebodyElse}
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
          <LinkButton href="/garments">{noLookWords.anotherGarment}</LinkButton>
          {another('secondary')}
        </>
      );
  }
}
