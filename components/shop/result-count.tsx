import type { GarmentList } from '#lib/contracts/garment.ts';
import { resultWords } from '#lib/words/browse.ts';

interface ResultCountProps extends Pick<GarmentList, 'total' | 'readAs'> {
  /** What was searched for, as typed. */
  typed: string;
}

/** How many there are, said again whenever it changes. */
export function ResultCount({ total, typed, readAs }: ResultCountProps) {
  const [before, after] = resultWords.readAs(typed);
  return (
    <p role="status" className="text-sm text-ink-soft">
      {readAs && (
        <span className="mb-1 block text-base text-ink">
          {before}
          <strong>{readAs}</strong>
          {after}
        </span>
      )}
      {total && countWords(total)}
    </p>
  );
}

function countWords({ count, orMore }: NonNullable<GarmentList['total']>): string {
  return orMore ? resultWords.moreThan(count) : resultWords.count(count);
}
