'use client';

import { mutate as mutateCache } from 'swr';
import useSWRInfinite, { unstable_serialize } from 'swr/infinite';
import type { TryOnList } from '#lib/contracts/try-on.ts';
import { fetchJson, fetchNothing } from './fetch-json.ts';
import { likeLook } from './like-look.ts';
import { tryOnListContract } from './try-on-contract.ts';
import { useSession } from './use-session.ts';

const PAGE_SIZE = 24;

/** Which of the looks: all, or those with a heart. */
export type LooksFilter = 'favourites' | undefined;

const keysOf = (filter: string) => (index: number, before: TryOnList | null) => {
  if (index > 0 && !before?.nextCursor) return null;
  const cursor = before?.nextCursor ? `&cursor=${before.nextCursor}` : '';
  return `/api/try-ons?${filter}limit=${PAGE_SIZE}${cursor}`;
};

const allKeys = keysOf('');
const favouriteKeys = keysOf('only=favourites&');
const noKey = () => null;

/** Asks for the lists anew wherever they are shown, also where they were empty for want of a session. */
export async function refreshTryOns(): Promise<void> {
  await Promise.all([allKeys, favouriteKeys].map((keys) => mutateCache(unstable_serialize(keys))));
}

/** The person's try-ons, newest first. Each one is followed by `useTryOn`, not by this list. */
export function useTryOns(initial?: TryOnList, only?: LooksFilter) {
  const { session } = useSession();
  const keys = only === 'favourites' ? favouriteKeys : allKeys;
  const { data, error, isLoading, size, setSize, mutate } = useSWRInfinite(
    session ? keys : noKey,
    (path: string) => fetchJson(path, tryOnListContract),
    { fallbackData: initial && [initial] },
  );

  /** In the list as it is known, without asking for it. */
  const change = (ofItems: (items: TryOnList['items']) => TryOnList['items']) =>
    mutate(
      // Before the first answer of its own the cache does not know what the page brought along.
      (pages = initial && [initial]) =>
        pages?.map((page) => ({ ...page, items: ofItems(page.items) })),
      { revalidate: false },
    );
  const mark = (id: string, favourite: boolean) =>
    change((items) =>
      items.map((tryOn) =>
        tryOn.id === id && tryOn.state === 'succeeded' ? { ...tryOn, favourite } : tryOn,
      ),
    );

  return {
    tryOns: data?.flatMap((page) => page.items) ?? [],
    error: error as unknown,
    loading: isLoading && !data,
    more: data?.at(-1)?.nextCursor ? () => void setSize(size + 1) : null,
    refresh: () => mutate(),
    remove: async (id: string) => {
      await fetchNothing(`/api/try-ons/${id}`, { method: 'DELETE' });
      await change((items) => items.filter((tryOn) => tryOn.id !== id));
    },
    /** Shown at once, and taken back when the server refuses. */
    setFavourite: async (id: string, favourite: boolean) => {
      await mark(id, favourite);
      try {
        await likeLook(id, favourite);
      } catch (refused) {
        await mark(id, !favourite);
        throw refused;
      }
    },
  };
}
