'use client';

import { Download, Plus, RefreshCw, UserRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { OutfitBag } from '#components/bag/outfit-bag.tsx';
import { LookHeart } from '#components/looks/look-heart.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { completedBy } from '#lib/domain/outfit.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { outfitWords } from '#lib/words/outfit.ts';
import { lookWords } from '#lib/words/try-on.ts';
import { BackToLook } from './back-to-look.tsx';
import { Feedback } from './feedback.tsx';
import { LookPicture } from './look-picture.tsx';
import { OutfitSteps } from './outfit-steps.tsx';
import { Panel, PanelHeading } from './panel.tsx';
import { Share } from './share.tsx';
import type { TryOnPanelProps } from './try-on-panel.tsx';

export type SucceededTryOn = Extract<TryOnView, { state: 'succeeded' }>;

/** Which of its pictures is shown: the person, for an outfit the first piece, or the look itself. */
export type LookStep = 'person' | 'under' | 'look';

interface LookResultProps
  extends Pick<
    TryOnPanelProps,
    | 'headingRef'
    | 'fresh'
    | 'busy'
    | 'mayAsk'
    | 'bag'
    | 'adding'
    | 'onAdding'
    | 'onAnotherTake'
    | 'onChooseAgain'
  > {
  tryOn: SucceededTryOn;
}

export function LookResult({ tryOn, headingRef, fresh, ...actions }: LookResultProps) {
  const { garment, under } = tryOn;
  const [step, setStep] = useState<LookStep>('look');
  const [comparing, setComparing] = useState(false);

  const show = (next: LookStep) => {
    setStep(next);
    if (next === 'look') setComparing(false);
  };
  const compare = (on: boolean) => {
    setComparing(on);
    setStep(on ? lastStepBefore(tryOn) : 'look');
  };

  return (
    <Panel
      picture={
        <>
          <LookPicture
            tryOn={tryOn}
            step={step}
            comparing={comparing}
            onCompare={compare}
            fresh={fresh}
          />
          <LookHeart look={tryOn} />
        </>
      }
    >
      <PanelHeading ref={headingRef}>{heading(tryOn)}</PanelHeading>
      <p className="text-sm text-pretty text-ink-soft">
        {under
          ? outfitWords.note(garment.title, under.garment.title)
          : lookWords.note(garment.title)}
      </p>
      {under && <OutfitSteps tryOn={tryOn} shown={step} onShow={show} />}
      <LookActions tryOn={tryOn} {...actions} />
    </Panel>
  );
}

function heading(tryOn: SucceededTryOn): string {
  const words = tryOn.under ? outfitWords : lookWords;
  const name = nameOf(tryOn);
  return name === null ? words.onYou : words.on(name);
}

/** What the look is compared with at first. */
function lastStepBefore({ under }: SucceededTryOn): LookStep {
  return under?.look ? 'under' : 'person';
}

function LookActions({
  tryOn,
  busy,
  mayAsk,
  bag,
  adding,
  onAdding,
  onAnotherTake,
  onChooseAgain,
}: Omit<LookResultProps, 'headingRef' | 'fresh'>) {
  const { look, garment, subject, under } = tryOn;
  const missing = under || !mayAsk ? null : completedBy[garment.category];
  const repeatable = mayAsk && (under ? under.look : subject.picture) !== null;
  // Another garment may be what is being asked for.
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!busy) setAsked(false);
  }, [busy]);
  return (
    <div className="grid gap-2">
      {under ? <OutfitBag garment={garment} under={under.garment} /> : bag}
      {missing && (
        <Button
          variant="secondary"
          aria-expanded={adding}
          disabled={busy}
          onClick={() => onAdding(!adding)}
        >
          <Plus aria-hidden /> {outfitWords.add(missing)}
        </Button>
      )}
      <BackToLook tryOn={tryOn} />
      <a
        href={look.url}
        download={`fitting-room-${garment.slug}.jpg`}
        className={buttonClass({ variant: 'secondary' })}
      >
        <Download aria-hidden /> {lookWords.download}
      </a>
      <Share tryOnId={tryOn.id} />
      <div className="mt-1 grid border-t border-line pt-2 max-md:grid-cols-2">
        {repeatable && (
          <Button
            variant="quiet"
            disabled={busy}
            onClick={() => {
              setAsked(true);
              onAnotherTake();
            }}
            className="-mx-2 justify-start px-2"
          >
            <RefreshCw aria-hidden /> {asked ? lookWords.asking : lookWords.anotherTake}
          </Button>
        )}
        <Button
          variant="quiet"
          disabled={busy}
          onClick={onChooseAgain}
          className="-mx-2 justify-start px-2"
        >
          <UserRound aria-hidden />
          {subject.kind === 'photo' ? lookWords.anotherPhoto : lookWords.somebodyElse}
        </Button>
      </div>
      <Feedback tryOnId={tryOn.id} reported={tryOn.reported} />
    </div>
  );
}
