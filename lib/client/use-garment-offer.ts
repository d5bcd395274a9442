'use client';

import useSWR from 'swr';
import type { GarmentOffer } from '#lib/contracts/garment.ts';
import { fetchJson } from './fetch-json.ts';
import { isNotThere } from './problem-error.ts';

const contract = async () => (await import('#lib/contracts/garment.ts')).garmentOffer;

export type OfferState =
  | { kind: 'loading' }
  | { kind: 'failed'; retry: () => void }
  /** No shop shows the garment any more. */
  | { kind: 'gone' }
  | { kind: 'offer'; offer: GarmentOffer };

/** In which sizes a garment can be bought just now. */
export function useGarmentOffer({ slug, inShop }: { slug: string; inShop: boolean }): OfferState {
  const { data, error, mutate } = useSWR(
    inShop ? `/api/garments/${encodeURIComponent(slug)}` : null,
    (path) => fetchJson(path, contract),
    { shouldRetryOnError: false },
  );
  if (!inShop || isNotThere(error)) return { kind: 'gone' };
  if (data) return { kind: 'offer', offer: data };
  return error ? { kind: 'failed', retry: () => void mutate() } : { kind: 'loading' };
}
