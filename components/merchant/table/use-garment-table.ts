'use client';

import { useEffect } from 'react';
import useSWRInfinite from 'swr/infinite';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type GarmentRow, type GarmentTable, garmentTable } from '#lib/contracts/garment-table.ts';
import { printTable, type TableQuery } from '#lib/domain/garment-table.ts';

/** @param initial the first page, as the server rendered it. */
export function useGarmentTable(api: string, query: TableQuery, initial: GarmentTable) {
  const narrowing = printTable(query);
  const { data, error, isValidating, size, setSize, mutate } = useSWRInfinite(
    (index: number, before: GarmentTable | null): string | null => {
      if (index > 0 && !before?.nextCursor) return null;
      const search = new URLSearchParams(narrowing);
      if (before?.nextCursor) search.set('cursor', before.nextCursor);
      return `${api}/garments?${search}`;
    },
    (path: string) => fetchJson(path, garmentTable),
    {
      fallbackData: [initial],
      // Comes with the page; after a change it is asked for again by hand.
      revalidateOnMount: false,
      revalidateFirstPage: false,
      shouldRetryOnError: false,
    },
  );
  // What the server has rendered just now is newer than what an earlier visit has left.
  useEffect(() => {
    void mutate([initial], { revalidate: false });
  }, [initial, mutate]);
  const pages = data ?? [initial];
  return {
    rows: pages.flatMap((page): GarmentRow[] => page.items),
    total: pages[0]?.total ?? null,
    error: error as unknown,
    loading: isValidating,
    /** Asks for the next page, after a failure for the same again; null at the end. */
    more: pages.at(-1)?.nextCursor ? () => void (error ? mutate() : setSize(size + 1)) : null,
    /** How many fit, as far as they can be changed at once. */
    countAll: async () => {
      const search = new URLSearchParams(narrowing);
      search.set('countAll', 'true');
      return (await fetchJson(`${api}/garments?${search}`, garmentTable)).total;
    },
    /** Reads all pages anew that are shown. */
    refresh: () => mutate(),
  };
}
