'use client';

import { Download, RefreshCw, SquareSplitHorizontal, UserRound } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { FullPicture } from '#components/ui/full-picture.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookText } from '#lib/words/try-on.ts';
import { BeforeAfter } from './before-after.tsx';
import { Curtain } from './curtain.tsx';
import { Panel, PanelHeading } from './panel.tsx';
import type { TryOnPanelProps } from './try-on-panel.tsx';

type SucceededTryOn = Extract<TryOnView, { state: 'succeeded' }>;

interface LookResultProps
  extends Pick<
    TryOnPanelProps,
    'headingRef' | 'fresh' | 'busy' | 'onAnotherTake' | 'onChooseAgain'
  > {
  tryOn: SucceededTryOn;
}

export function LookResult({ tryOn, headingRef, fresh, ...actions }: LookResultProps) {
  const { subject, garment } = tryOn;
  return (
    <Panel picture={<LookPicture tryOn={tryOn} fresh={fresh} />}>
      <PanelHeading ref={headingRef}>
        {subject.kind === 'photo' ? 'Here it is on you' : `Here it is on ${subject.name}`}
      </PanelHeading>
      <p className="text-sm text-pretty text-ink-soft">
        {garment.title}. You find it again in My looks. The picture shows style, not fit.
      </p>
      <LookActions tryOn={tryOn} {...actions} />
    </Panel>
  );
}

function LookPicture({ tryOn, fresh }: { tryOn: SucceededTryOn; fresh: boolean }) {
  const [comparing, setComparing] = useState(false);
  const [settled, setSettled] = useState(false);
  const { subject, garment, look } = tryOn;
  const alt = lookText(garment, subject.kind === 'house-model' ? subject.name : null);
  const before = subject.picture;
  return (
    <>
      {comparing && before ? (
        <BeforeAfter before={before} after={look} alt={alt} />
      ) : (
        <Picture picture={look} alt={alt} priority onSettled={() => setSettled(true)} />
      )}
      {!comparing && (
        // Where the garment has no room beside the look, it hangs in the look's corner.
        <Picture
          picture={garment.picture}
          alt={garment.title}
          className="absolute! bottom-3 left-3 w-[26%] border-2 border-paper shadow-panel md:hidden"
        />
      )}
      {fresh && !comparing && <Curtain state={settled ? 'opening' : 'drawn'} />}
      <div className="absolute top-3 right-3 flex gap-2">
        {before && (
          <Button
            variant="onPicture"
            // Only where the picture is wide do the words not cover the head.
            className="max-2xl:w-11 max-2xl:px-0 aria-pressed:max-2xl:bg-accent aria-pressed:max-2xl:text-on-accent"
            title={comparing ? 'Only the look' : 'Before and after'}
            aria-pressed={comparing}
            onClick={() => setComparing(!comparing)}
          >
            <SquareSplitHorizontal aria-hidden className="2xl:hidden" />
            <span className="max-2xl:sr-only">
              {comparing ? 'Only the look' : 'Before and after'}
            </span>
          </Button>
        )}
        <FullPicture picture={look} alt={alt} />
      </div>
    </>
  );
}

function LookActions({
  tryOn: { look, garment, subject },
  busy,
  onAnotherTake,
  onChooseAgain,
}: Omit<LookResultProps, 'headingRef' | 'fresh'>) {
  return (
    <div className="grid gap-2">
      <LinkButton href="/garments">Try another garment</LinkButton>
      <a
        href={look.url}
        download={`fitting-room-${garment.slug}.jpg`}
        className={buttonClass({ variant: 'secondary' })}
      >
        <Download aria-hidden /> Download
      </a>
      <div className="mt-1 grid border-t border-line pt-2 max-md:grid-cols-2">
        <Button
          variant="quiet"
          disabled={busy}
          onClick={onAnotherTake}
          className="-mx-2 justify-start px-2"
        >
          <RefreshCw aria-hidden /> {busy ? 'Asking' : 'Another take'}
        </Button>
        <Button
          variant="quiet"
          disabled={busy}
          onClick={onChooseAgain}
          className="-mx-2 justify-start px-2"
        >
          <UserRound aria-hidden /> {subject.kind === 'photo' ? 'Another photo' : 'Somebody else'}
        </Button>
      </div>
    </div>
  );
}
