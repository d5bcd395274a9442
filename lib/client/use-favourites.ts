'use client';

import useSWR, { useSWRConfig } from 'swr';
import type { FavouriteSlugs } from '#lib/contracts/favourite.ts';
import { fetchJson, fetchNothing } from './fetch-json.ts';
import { ensureSession, useSession } from './use-session.ts';

const favouritesContract = async () => (await import('#lib/contracts/favourite.ts')).favouriteSlugs;

const FAVOURITES_KEY = '/api/favourites';

const withSlug = (slug: string, favourite: boolean, { slugs }: FavouriteSlugs) => {
  const others = slugs.filter((one) => one !== slug);
  return { slugs: favourite ? [slug, ...others] : others };
};

/** The slugs of the favourite garments, for all hearts of a page at once; null until they are known. */
export function useFavourites() {
  const { session } = useSession();
  const { cache, mutate } = useSWRConfig();
  const { data } = useSWR(session ? FAVOURITES_KEY : null, (path) =>
    fetchJson(path, favouritesContract),
  );
  const show = (slug: string, favourite: boolean) =>
    mutate<FavouriteSlugs>(FAVOURITES_KEY, (known) => known && withSlug(slug, favourite, known), {
      revalidate: false,
    });
  return {
    slugs: data?.slugs ?? null,
    /** Shown at once if they are known, and taken back when the server refuses. Makes a guest of a newcomer. */
    setFavourite: async (slug: string, favourite: boolean) => {
      const isNew = !session;
      if (isNew) {
        await ensureSession();
        await mutate<FavouriteSlugs>(FAVOURITES_KEY, (known) => known ?? { slugs: [] }, {
          revalidate: false,
        });
      }
      // A list of this one alone would take all other hearts away, and a change of the cache makes
      // SWR drop the answer that is under way: until there is one, the server is asked afterwards.
      const isKnown = cache.get(FAVOURITES_KEY)?.data !== undefined;
      if (isKnown) await show(slug, favourite);
      try {
        await fetchNothing(`${FAVOURITES_KEY}/${encodeURIComponent(slug)}`, {
          method: favourite ? 'PUT' : 'DELETE',
        });
      } catch (refused) {
        if (isKnown) await show(slug, !favourite);
        throw refused;
      }
      // Somebody new may have become a guest in another tab before, who has favourites.
      if (!isKnown || isNew) await mutate(FAVOURITES_KEY);
    },
  };
}
