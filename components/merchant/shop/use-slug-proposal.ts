'use client';

import { useEffect, useState } from 'react';
import useSWR from 'swr';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { shopSlugProposal } from '#lib/contracts/shop.ts';

const TYPING_MS = 300;

/** A free slug for a shop of that name, once somebody has stopped typing it; empty before. */
export function useSlugProposal(name: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(name.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [name]);
  const { data } = useSWR(
    settled && `/api/shop-slugs?name=${encodeURIComponent(settled.slice(0, 200))}`,
    (path: string) => fetchJson(path, shopSlugProposal),
    { keepPreviousData: true, revalidateOnFocus: false },
  );
  return name.trim() ? (data?.slug ?? '') : '';
}
