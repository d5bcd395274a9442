'use client';

import { SquareSplitHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FullPicture } from '#components/ui/full-picture.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { Picture as PictureView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { lookText, lookWords, roomWords } from '#lib/words/try-on.ts';
import { BeforeAfter } from './before-after.tsx';
import { Curtain } from './curtain.tsx';
import type { LookStep, SucceededTryOn } from './look-result.tsx';

interface LookPictureProps {
  tryOn: SucceededTryOn;
  /** What is shown, or what the look is compared with. */
  step: LookStep;
  comparing: boolean;
  onCompare: (comparing: boolean) => void;
  fresh: boolean;
}

export function LookPicture({ tryOn, step, comparing, onCompare, fresh }: LookPictureProps) {
  const [settled, setSettled] = useState(false);
  const { garment, look, subject, under } = tryOn;
  const { picture, alt } = pictureOf(tryOn, step);
  const comparable = Boolean(under?.look ?? subject.picture);
  const whole = pictureOf(tryOn, comparing ? 'look' : step);
  return (
    <>
      {comparing && picture && step !== 'look' ? (
        <BeforeAfter before={picture} after={look} alt={pictureOf(tryOn, 'look').alt} />
      ) : (
        <Picture
          picture={picture}
          alt={alt}
          fit={step === 'person' ? 'whole' : 'cover'}
          priority
          onSettled={() => setSettled(true)}
        />
      )}
      {!comparing && step === 'look' && (
        // Where the garment has no room beside the look, it hangs in the look's corner.
        <Picture
          picture={garment.picture}
          alt={garment.title}
          className="absolute! bottom-3 left-3 w-[26%] border-2 border-paper shadow-panel md:hidden"
        />
      )}
      {fresh && !comparing && <Curtain state={settled ? 'opening' : 'drawn'} />}
      <div className="absolute top-3 right-3 flex gap-2">
        {comparable && (
          <Button
            variant="onPicture"
            // Only where the picture is wide do the words not cover the head.
            className="max-2xl:w-11 max-2xl:px-0 aria-pressed:max-2xl:bg-accent aria-pressed:max-2xl:text-on-accent"
            title={comparing ? lookWords.stopComparing : lookWords.compare}
            aria-pressed={comparing}
            onClick={() => onCompare(!comparing)}
          >
            <SquareSplitHorizontal aria-hidden className="2xl:hidden" />
            <span className="max-2xl:sr-only">
              {comparing ? lookWords.stopComparing : lookWords.compare}
            </span>
          </Button>
        )}
        {whole.picture && <FullPicture name="look" picture={whole.picture} alt={whole.alt} />}
      </div>
    </>
  );
}

/** The picture of a step, with the text in its place. */
function pictureOf(
  tryOn: SucceededTryOn,
  step: LookStep,
): { picture: PictureView | null; alt: string } {
  const { garment, look, subject, under } = tryOn;
  const name = nameOf(tryOn);
  switch (step) {
    case 'look':
      return { picture: look, alt: lookText(garment, name, under?.garment) };
    case 'under':
      return { picture: under?.look ?? null, alt: under ? lookText(under.garment, name) : '' };
    case 'person':
      return {
        picture: subject.picture,
        alt: name === null ? roomWords.yourPhoto : roomWords.houseModel(name),
      };
  }
}
