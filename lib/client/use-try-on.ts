'use client';

import { useCallback, useEffect } from 'react';
import useSWR, { mutate as mutateCache, type SWRConfiguration } from 'swr';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { fetchAhead } from './fetch-ahead.ts';
import { fetchJson } from './fetch-json.ts';
import { isNotThere } from './problem-error.ts';
import { tryOnContract } from './try-on-contract.ts';
import { newLookOf, nextQuestionIn, statusPath } from './try-on-polling.ts';

interface LastAnswer {
  version: number;
  tookMs: number;
  changed: boolean;
}

/** What the next question needs to know, by try-on. Outside React: several components may watch one. */
const lastAnswers = new Map<string, LastAnswer>();
/** How many components show the look of a try-on as soon as there is one. */
const shownIn = new Map<string, number>();
const NO_ANSWER = { tookMs: 0, changed: false };

const pathOf = (id: string) => `/api/try-ons/${id}`;

/** Under which the cache keeps what is known of a try-on that is followed. */
export const followedKey = (id: string) => [pathOf(id), id] as const;

async function askStatus([, id]: readonly [string, string]): Promise<TryOnView> {
  const last = lastAnswers.get(id);
  const asked = performance.now();
  const tryOn = await fetchJson(statusPath(id, last?.version), tryOnContract);
  lastAnswers.set(id, {
    version: tryOn.version,
    tookMs: performance.now() - asked,
    changed: tryOn.version !== last?.version,
  });
  const look = newLookOf(tryOn, last?.version);
  // Elsewhere the page decides which pictures are fetched.
  if (look && shownIn.has(id) && !document.hidden) fetchAhead(look);
  return tryOn;
}

// SWR restarts its timer when this function changes, so it must be one and the same for all.
function refreshInterval(latest: TryOnView | undefined): number {
  return nextQuestionIn(latest, (latest && lastAnswers.get(latest.id)) ?? NO_ANSWER);
}

const MAX_RETRY_PAUSE_MS = 10_000;

// Polling rests while the cache holds an error, so this must bring it back.
const onErrorRetry: SWRConfiguration['onErrorRetry'] = (error, _key, _config, revalidate, opts) => {
  if (isNotThere(error)) return;
  const pause = Math.min(MAX_RETRY_PAUSE_MS, 500 * 2 ** opts.retryCount);
  setTimeout(() => void revalidate(opts), pause);
};

/**
 * Follows a try-on until it is final. `error` is what the last question came to; the last known
 * `tryOn` stays beside it.
 *
 * @param id null until there is one.
 * @param known what the page already knows of it.
 * @param showsLook false for who follows it only to tell of its end.
 * @param whileHidden goes on asking in a tab that is not in sight; for one tab at a time.
 */
export function useTryOn(
  id: string | null,
  known?: TryOnView,
  { showsLook = true, whileHidden = false }: { showsLook?: boolean; whileHidden?: boolean } = {},
) {
  useEffect(() => {
    if (!id || !showsLook) return;
    shownIn.set(id, (shownIn.get(id) ?? 0) + 1);
    return () => {
      const others = (shownIn.get(id) ?? 1) - 1;
      if (others > 0) shownIn.set(id, others);
      else shownIn.delete(id);
    };
  }, [id, showsLook]);

  const { data, error, mutate } = useSWR(id ? followedKey(id) : null, askStatus, {
    fallbackData: known,
    refreshInterval,
    onErrorRetry,
    // Held answers are shared while they are under way; afterwards the next question is a new one.
    dedupingInterval: 0,
    refreshWhenHidden: whileHidden,
  });

  const cancel = useCallback(async () => {
    if (!id) return;
    await mutate(fetchJson(`${pathOf(id)}/cancel`, tryOnContract, { method: 'POST' }), {
      revalidate: false,
      populateCache: true,
    });
  }, [id, mutate]);

  return { tryOn: data, error: error as unknown, cancel };
}

/** What is known of a try-on that another component follows; asks for nothing itself. */
export function useKnownTryOn(listed: TryOnView): TryOnView {
  const { data } = useSWR<TryOnView>(followedKey(listed.id), null);
  return data && data.version > listed.version ? data : listed;
}

/** Puts the answer to a submit where `useTryOn` looks first. */
export async function rememberTryOn(tryOn: TryOnView): Promise<void> {
  lastAnswers.set(tryOn.id, { version: tryOn.version, ...NO_ANSWER, changed: true });
  await mutateCache(followedKey(tryOn.id), tryOn, { revalidate: false });
}
