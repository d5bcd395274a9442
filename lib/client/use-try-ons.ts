'use client';

import { mutate as mutateCache } from 'swr';
import useSWRInfinite, { unstable_serialize } from 'swr/infinite';
import type { TryOnList } from '#lib/contracts/try-on.ts';
import { fetchJson, fetchNothing } from './fetch-json.ts';
import { tryOnListContract } from './try-on-contract.ts';
import { useSession } from './use-session.ts';

const PAGE_SIZE = 24;

function pageKey(index: number, before: TryOnList | null): string | null {
  if (index > 0 && !before?.nextCursor) return null;
  const cursor = before?.nextCursor ? `&cursor=${before.nextCursor}` : '';
  return `/api/try-ons?limit=${PAGE_SIZE}${cursor}`;
}

const noKey = () => null;

/** Asks for the list anew wherever it is shown, also where it was empty for want of a session. */
export async function refreshTryOns(): Promise<void> {
  await mutateCache(unstable_serialize(pageKey));
}

/** The person's try-ons, newest first. Each one is followed by `useTryOn`, not by this list. */
export function useTryOns(initial?: TryOnList) {
  const { session } = useSession();
  const { data, error, isLoading, size, setSize, mutate } = useSWRInfinite(
    session ? pageKey : noKey,
    (path: string) => fetchJson(path, tryOnListContract),
    { fallbackData: initial && [initial] },
  );
  return {
    tryOns: data?.flatMap((page) => page.items) ?? [],
    error: error as unknown,
    loading: isLoading && !data,
    more: data?.at(-1)?.nextCursor ? () => void setSize(size + 1) : null,
    refresh: () => mutate(),
    remove: async (id: string) => {
      await fetchNothing(`/api/try-ons/${id}`, { method: 'DELETE' });
      await mutate(
        (pages) =>
          pages?.map((page) => ({
            ...page,
            items: page.items.filter((tryOn) => tryOn.id !== id),
          })),
        { revalidate: false },
      );
    },
  };
}
