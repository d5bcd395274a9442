'use client';

import { useEffect } from 'react';
import useSWR, { mutate } from 'swr';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import { summariseLooks } from './delete-all-looks.ts';
import { timeUntil } from './server-clock.ts';
import { useSession } from './use-session.ts';

const KEY = 'allowance';

/** Asks anew wherever it is shown: after a refusal, and when a try-on has ended and may not count. */
export const refreshAllowance = () => mutate(KEY);

/** What may still be asked for; null before it is known. A newcomer has used nothing yet. */
export function useAllowance(): LooksSummary['allowance'] | null {
  const { session } = useSession();
  const { data } = useSWR(session && KEY, async () => (await summariseLooks()).allowance);
  const againAt = data?.againAt;
  useEffect(() => {
    if (!againAt) return;
    const timer = setTimeout(() => void refreshAllowance(), timeUntil(againAt));
    return () => clearTimeout(timer);
  }, [againAt]);
  return data ?? null;
}
