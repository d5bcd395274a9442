'use client';

import useSWR from 'swr';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { kindGroups } from '#lib/contracts/import.ts';
import { useShop } from '../shop-context.tsx';

/** What the new garments of a preview are taken for. */
export function useImportKinds(id: string) {
  const { api } = useShop();
  const { data, error, mutate } = useSWR(
    `${api}/imports/${id}/kinds`,
    (path: string) => fetchJson(path, kindGroups),
    { revalidateOnFocus: false },
  );
  return { groups: data?.groups ?? null, error: error as unknown, refresh: () => mutate() };
}
