'use client';

import useSWR from 'swr';
import type { FavouriteSlugs } from '#lib/contracts/favourite.ts';
import { fetchJson, fetchNothing } from './fetch-json.ts';
import { ensureSession, useSession } from './use-session.ts';

const favouritesContract = async () => (await import('#lib/contracts/favourite.ts')).favouriteSlugs;

const FAVOURITES_KEY = '/api/favourites';

const withSlug = (slug: string, favourite: boolean) => (known: FavouriteSlugs | undefined) => {
  const others = known?.slugs.filter((one) => one !== slug) ?? [];
  return { slugs: favourite ? [slug, ...others] : others };
};

/** The slugs of the favourite garments, for all hearts of a page at once; null until they are known. */
export function useFavourites() {
  const { session } = useSession();
  const { data, mutate } = useSWR(session ? FAVOURITES_KEY : null, (path) =>
    fetchJson(path, favouritesContract),
  );
  return {
    slugs: data?.slugs ?? null,
    /** Shown at once, and taken back when the server refuses. Makes a guest of a newcomer. */
    setFavourite: async (slug: string, favourite: boolean) => {
      if (!session) await ensureSession();
      await mutate(withSlug(slug, favourite), { revalidate: false });
      try {
        await fetchNothing(`${FAVOURITES_KEY}/${encodeURIComponent(slug)}`, {
          method: favourite ? 'PUT' : 'DELETE',
        });
      } catch (refused) {
        await mutate(withSlug(slug, !favourite), { revalidate: false });
        throw refused;
      }
    },
  };
}
