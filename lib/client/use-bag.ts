'use client';

import useSWR from 'swr';
import type { BagView } from '#lib/contracts/bag.ts';
import { fetchJson } from './fetch-json.ts';
import { useSession } from './use-session.ts';

export const BAG_KEY = '/api/bag';

export const bagContract = async () => (await import('#lib/contracts/bag.ts')).bagView;

/** What is in the person's bag; nothing, and nothing asked, before there is a session. */
export function useBag(initial?: BagView) {
  const { session } = useSession();
  const { data, error, mutate } = useSWR(
    session ? BAG_KEY : null,
    (path) => fetchJson(path, bagContract),
    { fallbackData: initial },
  );
  return {
    bag: data,
    error: error as unknown,
    refresh: () => void mutate(),
  };
}
