import Link from 'next/link';
import type { GarmentList } from '#lib/contracts/garment.ts';
import { type Browse, browseHref } from '#lib/domain/browse.ts';
import { inQuotes, isLiteral, withoutQuotes } from '#lib/domain/search-words.ts';
import { resultWords } from '#lib/words/browse.ts';

interface ResultCountProps extends Pick<GarmentList, 'total' | 'readAs' | 'alsoRead'> {
  browse: Browse;
}

/** How the words were read, and how many garments there are; said again whenever it changes. */
export function ResultCount({ browse, total, readAs, alsoRead }: ResultCountProps) {
  const { q } = browse;
  const literal = isLiteral(q);
  const reading = readingWords(q, literal, readAs, alsoRead);
  const count = total && countWords(total);
  return (
    <p role="status" className="text-sm text-ink-soft">
      {reading && total?.count !== 0 && (
        <span className="mb-2 block text-base text-ink">
          {reading}{' '}
          <Link
            href={browseHref({ q: literal ? withoutQuotes(q) : inQuotes(q) }, browse)}
            scroll={false}
            className="text-link"
          >
            {literal ? resultWords.widely : resultWords.literally(q)}
          </Link>
        </span>
      )}
      {count}
    </p>
  );
}

function readingWords(q: string, literal: boolean, readAs: string | null, alsoRead: string[]) {
  if (literal) return resultWords.literal;
  if (readAs) return resultWords.readAs(q, readAs);
  return alsoRead.length > 0 && resultWords.alsoRead(alsoRead);
}

function countWords({ count, orMore }: NonNullable<GarmentList['total']>): string {
  return orMore ? resultWords.moreThan(count) : resultWords.count(count);
}
