'use client';

import useSWR from 'swr';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type CaseCounts, caseCounts } from '#lib/contracts/review.ts';
import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';

const REFRESH_MS = 10_000;

/** How many cases each tab would show, kept up to date while the page is looked at. */
export function useCaseCounts(query: CaseQuery, initial: CaseCounts) {
  const { data, mutate } = useSWR(
    `/api/admin/cases/counts?${writeCaseQuery(query)}`,
    (path: string) => fetchJson(path, caseCounts),
    { fallbackData: initial, refreshInterval: REFRESH_MS, keepPreviousData: true },
  );
  return { counts: data, refresh: () => void mutate() };
}
