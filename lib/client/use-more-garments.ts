'use client';

import useSWRInfinite from 'swr/infinite';
import type { GarmentCard, GarmentList } from '#lib/contracts/garment.ts';
import { fetchJson } from './fetch-json.ts';

const contract = async () => (await import('#lib/contracts/garment.ts')).garmentList;

/**
 * The pages after the one that the server rendered. None is asked for before `more` is called, and
 * those that were stay for whoever comes back to the list.
 *
 * @param query the filters, as `printBrowse` gives them
 */
export function useMoreGarments(query: string, firstCursor: string, pageSize: number) {
  const { data, error, isValidating, size, setSize, mutate } = useSWRInfinite(
    (index: number, before: GarmentList | null): string | null => {
      const cursor = index === 0 ? firstCursor : before?.nextCursor;
      if (!cursor) return null;
      return `/api/garments?${query && `${query}&`}limit=${pageSize}&cursor=${cursor}`;
    },
    (path: string) => fetchJson(path, contract),
    {
      initialSize: 0,
      // What has been shown stays as it is, or the list would change under the reader's eyes.
      revalidateFirstPage: false,
      revalidateIfStale: false,
      revalidateOnFocus: false,
      revalidateOnReconnect: false,
      shouldRetryOnError: false,
    },
  );
  const pages = data ?? [];
  const nextCursor = pages.length > 0 ? pages.at(-1)?.nextCursor : firstCursor;
  return {
    garments: pages.flatMap((page): GarmentCard[] => page.items),
    error: error as unknown,
    loading: isValidating && size > pages.length,
    /** Asks for the next page; after a failure for the same one again. Null at the end. */
    more: nextCursor ? () => void (error ? mutate() : setSize(size + 1)) : null,
  };
}
