'use client';

import useSWR from 'swr';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type OperationsNow, operationsNow } from '#lib/contracts/operations.ts';

const REFRESH_MS = 20_000;

/** How things stand, kept up to date while the page is looked at. */
export function useOperations(initial: OperationsNow) {
  const { data, error } = useSWR(
    '/api/admin/operations',
    (path: string) => fetchJson(path, operationsNow),
    { fallbackData: initial, refreshInterval: REFRESH_MS },
  );
  return { now: data, unreachable: error !== undefined };
}
