import { Button } from '#components/ui/button.tsx';
import type { LengthUnit } from '#lib/domain/body-measures.ts';
import type { SizeAdvice, SizeLook } from '#lib/domain/size-advice.ts';
import {
  adviceTitle,
  girthSentence,
  lengthSentence,
  missingWords,
  sizeAdviceWords,
  stockSentence,
} from '#lib/words/sizes.ts';
import { type SizedGarment, stockOf } from './sized-garment.ts';

interface AdvicePanelProps {
  garment: SizedGarment;
  advice: SizeAdvice;
  unit: LengthUnit;
  onUse: (size: string) => void;
}

/** What the chart answers, why, and the way to take it. */
export function AdvicePanel({ garment, advice, unit, onUse }: AdvicePanelProps) {
  const stock = (size: string) => stockOf(garment, size);
  const look = (title: string | null, of: SizeLook) => (
    <Look title={title} look={of} unit={unit} stock={title && stockSentence(stock(of.size))} />
  );
  const use = (size: string, first: boolean) =>
    stock(size) === 'in_stock' && (
      <Button variant={first ? 'primary' : 'secondary'} onClick={() => onUse(size)}>
        {sizeAdviceWords.use(size)}
      </Button>
    );
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <p role="status" className="font-display text-heading text-balance">
        {adviceTitle(advice, stock)}
      </p>
      {advice.kind === 'fits' && (
        <>
          {look(null, advice.look)}
          {advice.also && look(sizeAdviceWords.more(advice.also.size), advice.also)}
          <Missing missing={advice.missing} />
          <div className="flex flex-wrap gap-2 empty:hidden">
            {use(advice.look.size, true)}
            {advice.also && use(advice.also.size, false)}
          </div>
        </>
      )}
      {advice.kind === 'between' && (
        <>
          {look(sizeAdviceWords.close(advice.smaller.size), advice.smaller)}
          {look(sizeAdviceWords.roomy(advice.larger.size), advice.larger)}
          <Missing missing={advice.missing} />
          <div className="flex flex-wrap gap-2 empty:hidden">
            {use(advice.smaller.size, false)}
            {use(advice.larger.size, false)}
          </div>
        </>
      )}
      {advice.kind === 'outside' && (
        <>
          {look(sizeAdviceWords.nearest(advice.nearest.size), advice.nearest)}
          <Missing missing={advice.missing} />
        </>
      )}
    </div>
  );
}

interface LookProps {
  title: string | null;
  look: SizeLook;
  unit: LengthUnit;
  stock: string | null;
}

function Look({ title, look, unit, stock }: LookProps) {
  const sentences = [
    ...look.girths.map((fact) => girthSentence(fact, unit)),
    ...look.lengths.map((fact) => lengthSentence(fact, unit)),
    stock,
  ].filter((sentence) => sentence !== null);
  return (
    <div className="grid gap-1 text-sm">
      {title && <h3 className="font-medium">{title}</h3>}
      <ul className="grid gap-1 leading-relaxed text-ink-soft tabular-nums">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

function Missing({ missing }: { missing: Parameters<typeof missingWords>[0] }) {
  const words = missingWords(missing);
  return words && <p className="text-sm text-ink-soft">{words}</p>;
}
