'use client';

import useSWR from 'swr';
import type { GarmentCard, GarmentList } from '#lib/contracts/garment.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { fetchJson } from './fetch-json.ts';

const contract = async () => (await import('#lib/contracts/garment.ts')).garmentList;

/** So many that a strip can be scrolled for a while, and no more. */
const OF_THE_SHOP = 12;
const OF_ALL = 24;

/** Garments of one kind for the next try-on: those of the same shop first, then the newest of all. */
export function useGarmentsToTry(category: GarmentCategory, shop: string) {
  const { data, error, mutate } = useSWR(
    ['garments-to-try', category, shop] as const,
    async ([, kind, first]) => {
      const [own, all] = await Promise.all([
        list(`category=${kind}&shop=${encodeURIComponent(first)}&limit=${OF_THE_SHOP}`),
        list(`category=${kind}&limit=${OF_ALL}`),
      ]);
      const known = new Set(own.map(({ slug }) => slug));
      return [...own, ...all.filter(({ slug }) => !known.has(slug))];
    },
    { revalidateOnFocus: false, revalidateIfStale: false, shouldRetryOnError: false },
  );
  return { garments: data ?? null, error: error as unknown, retry: () => void mutate() };
}

async function list(query: string): Promise<GarmentCard[]> {
  const { items }: GarmentList = await fetchJson(`/api/garments?${query}`, contract);
  // A shop may keep trying on from this visitor.
  return items.filter((garment) => garment.canTryOn);
}
