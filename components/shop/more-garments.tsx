'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { useMoreGarments } from '#lib/client/use-more-garments.ts';
import { moreWords } from '#lib/words/browse.ts';
import { GarmentGrid, GarmentGridSkeleton } from './garment-grid.tsx';

interface MoreGarmentsProps {
  /** The filters, as they stand in the address. */
  query: string;
  cursor: string;
  pageSize: number;
}

/** What comes after the first page. Without script, "Show more" leads to the next page. */
export function MoreGarments({ query, cursor, pageSize }: MoreGarmentsProps) {
  const { garments, error, loading, more } = useMoreGarments(query, cursor, pageSize);
  const end = useRef<HTMLParagraphElement>(null);
  const asked = useRef(false);
  const atEnd = more === null;

  // The button that had the focus is gone.
  useEffect(() => {
    if (atEnd && asked.current) end.current?.focus({ preventScroll: true });
  }, [atEnd]);

  return (
    <>
      {garments.length > 0 && <GarmentGrid garments={garments} />}
      {loading && <GarmentGridSkeleton count={4} />}
      <p role="status" className={error ? 'text-center text-danger' : 'sr-only'}>
        {statusWords(error, loading, garments.length)}
      </p>
      {atEnd ? (
        <p ref={end} tabIndex={-1} className="text-center text-sm text-ink-soft outline-none">
          {moreWords.all}
        </p>
      ) : (
        <Link
          href={`/garments?${query && `${query}&`}cursor=${cursor}`}
          prefetch={false}
          rel="next"
          aria-disabled={loading || undefined}
          onClick={(event) => {
            event.preventDefault();
            if (loading) return;
            asked.current = true;
            more();
          }}
          className={`${buttonClass({ variant: 'secondary' })} justify-self-center`}
        >
          {error ? moreWords.again : moreWords.more}
        </Link>
      )}
    </>
  );
}

function statusWords(error: unknown, loading: boolean, count: number): string {
  if (error) return sayError(error);
  if (loading) return moreWords.loading;
  return count > 0 ? moreWords.shown(count) : '';
}
