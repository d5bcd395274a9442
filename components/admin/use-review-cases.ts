'use client';

import { useState } from 'react';
import useSWRInfinite, { type SWRInfiniteConfiguration } from 'swr/infinite';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { ProblemError } from '#lib/client/problem-error.ts';
import { type ReviewList, reviewList } from '#lib/contracts/admin.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { REVIEW_PAGE_SIZE, withRetry } from './review-page.ts';
import type { ReviewState } from './review-words.ts';

const WATCHING_MS = 3_000;
const RESTING_MS = 30_000;

function isRetryOnItsWay(pages: ReviewList[] | undefined): boolean {
  return (
    pages?.some((page) => page.items.some(({ retry }) => retry && !isFinal(retry.state))) ?? false
  );
}

// Polling rests while the cache holds an error, so this must bring it back.
const onErrorRetry: SWRInfiniteConfiguration['onErrorRetry'] = (
  error,
  _key,
  _config,
  revalidate,
  options,
) => {
  if (error instanceof ProblemError && [401, 403, 404].includes(error.status)) return;
  setTimeout(() => void revalidate(options), Math.min(RESTING_MS, 1_000 * 2 ** options.retryCount));
};

/** The open cases, newest first, kept up to date while the page is looked at. */
export function useReviewCases(state: ReviewState | null, initial: ReviewList) {
  const [watching, setWatching] = useState(() => isRetryOnItsWay([initial]));
  const pageKey = (index: number, before: ReviewList | null): string | null => {
    if (index > 0 && !before?.nextCursor) return null;
    const query = new URLSearchParams({ limit: String(REVIEW_PAGE_SIZE) });
    if (state) query.set('state', state);
    if (before?.nextCursor) query.set('cursor', before.nextCursor);
    return `/api/admin/review-cases?${query}`;
  };
  const { data, error, isValidating, size, setSize, mutate } = useSWRInfinite(
    pageKey,
    (path: string) => fetchJson(path, reviewList),
    {
      fallbackData: [initial],
      // A retry may be on any page.
      revalidateAll: true,
      // A number and not a function of the data: SWR asks a function only when its timer has run
      // out, and the first news of a retry would come after half a minute.
      refreshInterval: watching ? WATCHING_MS : RESTING_MS,
      onErrorRetry,
    },
  );

  const onItsWay = isRetryOnItsWay(data);
  if (onItsWay !== watching) setWatching(onItsWay);

  return {
    cases: data?.flatMap((page) => page.items) ?? [],
    error: error as unknown,
    loadingMore: isValidating && data !== undefined && data.length < size,
    more: data?.at(-1)?.nextCursor ? () => void setSize(size + 1) : null,
    refresh: () => void mutate(),
    /** Shows the retry at once; the list follows it from there. */
    noteRetry: (tryOnId: string, retryId: string) =>
      mutate((pages) => pages?.map((page) => withRetry(page, tryOnId, retryId)), {
        revalidate: false,
      }),
  };
}
