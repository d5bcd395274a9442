import { Equal, Plus } from 'lucide-react';
import { Picture } from '#components/ui/picture.tsx';
import type { Picture as PictureView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { outfitWords } from '#lib/words/outfit.ts';
import type { LookStep, SucceededTryOn } from './look-result.tsx';

interface OutfitStepsProps {
  tryOn: SucceededTryOn;
  shown: LookStep;
  onShow: (step: LookStep) => void;
}

/** How an outfit came about: the person, the first piece, both. Each can be looked at. */
export function OutfitSteps({ tryOn, shown, onShow }: OutfitStepsProps) {
  const { look, subject, under } = tryOn;
  const steps: { step: LookStep; picture: PictureView | null; words: string }[] = [
    { step: 'person', picture: subject.picture, words: nameOf(tryOn) ?? outfitWords.you },
    { step: 'under', picture: under?.look ?? null, words: under?.garment.title ?? '' },
    { step: 'look', picture: look, words: outfitWords.both },
  ];
  return (
    <ol aria-label={outfitWords.steps} className="flex items-start gap-1">
      {steps
        .filter(({ picture }) => picture !== null)
        .map(({ step, picture, words }, place) => (
          <li key={step} className="flex items-start gap-1">
            {place > 0 && <Sign step={step} />}
            <button
              type="button"
              aria-pressed={shown === step}
              onClick={() => onShow(step)}
              className="group grid w-16 gap-1.5 text-center text-label leading-tight text-ink-soft aria-pressed:font-medium aria-pressed:text-ink"
            >
              <Picture
                picture={picture}
                alt=""
                sizes="5rem"
                className="outline-offset-2 outline-accent group-aria-pressed:outline-2"
              />
              <span className="line-clamp-2">{words}</span>
            </button>
          </li>
        ))}
    </ol>
  );
}

function Sign({ step }: { step: LookStep }) {
  const Mark = step === 'look' ? Equal : Plus;
  return <Mark aria-hidden className="mt-8 size-3 shrink-0 text-ink-faint" strokeWidth={2} />;
}
