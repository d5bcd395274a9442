'use client';

import useSWR from 'swr';
import { fetchJson, fetchNothing } from './fetch-json.ts';
import { useSession } from './use-session.ts';

const listContract = async () => (await import('#lib/contracts/share-links.ts')).shareLinkList;

const LINKS_KEY = '/api/share-links';

/** The person's links to looks that lead somewhere, newest first. */
export function useShareLinks() {
  const { session } = useSession();
  const { data, error, mutate } = useSWR(session ? LINKS_KEY : null, (path) =>
    fetchJson(path, listContract),
  );
  return {
    links: data?.items ?? null,
    error: error as unknown,
    /** Throws like `fetchJson`. */
    revoke: async (id: string) => {
      await fetchNothing(`${LINKS_KEY}/${id}`, { method: 'DELETE' });
      await mutate((known) => known && { items: known.items.filter((link) => link.id !== id) }, {
        revalidate: false,
      });
    },
  };
}
