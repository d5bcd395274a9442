import type { GarmentList } from '#lib/contracts/garment.ts';

interface ResultCountProps extends Pick<GarmentList, 'total' | 'readAs'> {
  /** What was searched for, as typed. */
  typed: string;
}

/** How many there are, said again whenever it changes. */
export function ResultCount({ total, typed, readAs }: ResultCountProps) {
  return (
    <p role="status" className="text-sm text-ink-soft">
      {readAs && (
        <span className="mb-1 block text-base text-ink">
          Nothing is called “{typed}”. This is what there is for <strong>{readAs}</strong>:
        </span>
      )}
      {total && countWords(total)}
    </p>
  );
}

function countWords({ count, orMore }: NonNullable<GarmentList['total']>): string {
  if (orMore) return `More than ${count.toLocaleString('en-IE')} garments`;
  return count === 1 ? '1 garment' : `${count} garments`;
}
