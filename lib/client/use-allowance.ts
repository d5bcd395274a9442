'use client';

import { useEffect } from 'react';
import useSWR, { mutate } from 'swr';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import { summariseLooks } from './delete-all-looks.ts';
import { timeUntil } from './server-clock.ts';
import { useSession } from './use-session.ts';

const NAME = 'allowance';

/** A timer knows no more than 24 days; asking once a day is soon enough for what lasts a month. */
const DAY_MS = 86_400_000;

/** Asks anew wherever it is shown: after a refusal, and when a try-on has ended and may not count. */
export const refreshAllowance = () => mutate((key) => Array.isArray(key) && key[0] === NAME);

/**
 * What may still be asked for in a shop; null before it is known. A newcomer has used nothing yet,
 * whatever others have used of the shop's: that is told with the first answer.
 *
 * @param shop its slug.
 */
export function useAllowance(shop: string): LooksSummary['allowance'] | null {
  const { session } = useSession();
  const { data } = useSWR(
    session && [NAME, shop],
    async ([, slug]) => (await summariseLooks(slug)).allowance,
  );
  const againAt = data?.againAt;
  useEffect(() => {
    if (!againAt) return;
    const timer = setTimeout(() => void refreshAllowance(), Math.min(timeUntil(againAt), DAY_MS));
    return () => clearTimeout(timer);
  }, [againAt]);
  return data ?? null;
}
