'use client';

import { useEffect, useState } from 'react';
import useSWRInfinite, { type SWRInfiniteConfiguration } from 'swr/infinite';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { ProblemError } from '#lib/client/problem-error.ts';
import { type CaseList, caseList } from '#lib/contracts/review.ts';
import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { isFinal } from '#lib/domain/try-on.ts';

const WATCHING_MS = 3_000;
const RESTING_MS = 30_000;

const isRetryOnItsWay = (pages: readonly CaseList[] | undefined) =>
  pages?.some(({ items }) => items.some(({ retry }) => retry && !isFinal(retry.state))) ?? false;

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

/**
 * The cases that are asked for, kept up to date while the page is looked at.
 *
 * @param initial the first page, as the server rendered it.
 * @param after the place that the first page begins behind, where the address names one.
 */
export function useCases(query: CaseQuery, initial: CaseList, after: string | undefined) {
  const [watching, setWatching] = useState(() => isRetryOnItsWay([initial]));
  const pageKey = (index: number, before: CaseList | null): string | null => {
    if (index > 0 && !before?.nextCursor) return null;
    const search = new URLSearchParams(writeCaseQuery(query));
    const cursor = before?.nextCursor ?? after;
    if (cursor) search.set('cursor', cursor);
    return search.size > 0 ? `/api/admin/cases?${search}` : '/api/admin/cases';
  };
  const { data, error, isValidating, size, setSize, mutate } = useSWRInfinite(
    pageKey,
    (path: string) => fetchJson(path, caseList),
    {
      fallbackData: [initial],
      revalidateOnMount: false,
      // A retry may be on any page.
      revalidateAll: true,
      // A number and not a function of the data: SWR asks a function only when its timer has run
      // out, and the first news of a retry would come after half a minute.
      refreshInterval: watching ? WATCHING_MS : RESTING_MS,
      onErrorRetry,
    },
  );
  // What the server has rendered just now is newer than what an earlier visit has left.
  useEffect(() => {
    void mutate([initial], { revalidate: false });
  }, [initial, mutate]);

  const pages = data ?? [initial];
  const onItsWay = isRetryOnItsWay(pages);
  if (onItsWay !== watching) setWatching(onItsWay);

  return {
    cases: pages.flatMap(({ items }) => items),
    widened: pages[0]?.widened ?? false,
    error: error as unknown,
    loadingMore: isValidating && pages.length < size,
    /** Where the next page begins; null at the end. */
    next: pages.at(-1)?.nextCursor ?? null,
    showMore: () => void setSize(size + 1),
    refresh: () => void mutate(),
  };
}
