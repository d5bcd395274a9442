'use client';

import useSWRInfinite from 'swr/infinite';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type ImportItems, type ImportItemsQuery, importItems } from '#lib/contracts/import.ts';
import { useShop } from '../shop-context.tsx';

export type ItemFilter = Pick<ImportItemsQuery, 'action' | 'outcome' | 'reason'>;

/** The garments of an import that fit, page by page. */
export function useImportItems(id: string, filter: ItemFilter) {
  const { api } = useShop();
  const { data, error, isValidating, size, setSize, mutate } = useSWRInfinite(
    (index: number, before: ImportItems | null): string | null => {
      if (index > 0 && before?.next == null) return null;
      const search = new URLSearchParams({ ...filter });
      if (before?.next != null) search.set('after', String(before.next));
      return `${api}/imports/${id}/items?${search}`;
    },
    (path: string) => fetchJson(path, importItems),
    {
      revalidateFirstPage: false,
      revalidateOnFocus: false,
      keepPreviousData: false,
      // A list that is opened again may have lost garments to another since, and just now.
      revalidateOnMount: true,
      dedupingInterval: 0,
    },
  );
  return {
    items: data?.flatMap((page) => page.items) ?? null,
    error: error as unknown,
    loading: isValidating,
    /** Asks for the next page, after a failure for the same again; null at the end. */
    more: data?.at(-1)?.next == null ? null : () => void (error ? mutate() : setSize(size + 1)),
    refresh: () => mutate(),
  };
}
