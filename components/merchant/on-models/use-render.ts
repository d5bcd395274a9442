'use client';

import { useState } from 'react';
import useSWR from 'swr';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type RenderDetail, renderDetail } from '#lib/contracts/render.ts';
import { isMoving, type RenderVerb } from '#lib/domain/render-run.ts';
import { useShop } from '../shop-context.tsx';

const WATCHING_MS = 1_500;

/** One run, kept up to date while something moves, and what can be done with it. */
export function useRender(initial: RenderDetail) {
  const { api } = useShop();
  const path = `${api}/on-models/${initial.id}`;
  const [moving, setMoving] = useState(() => isMoving(initial.state, initial.counts));
  const { data, error, mutate } = useSWR(path, (at: string) => fetchJson(at, renderDetail), {
    fallbackData: initial,
    // A number and not a function of the data: SWR asks a function only when its timer has run out.
    refreshInterval: moving ? WATCHING_MS : 0,
  });
  const run = data ?? initial;
  const now = isMoving(run.state, run.counts);
  if (now !== moving) setMoving(now);
  return {
    run,
    stale: error !== undefined,
    /** @throws ProblemError, UnreachableError */
    steer: async (verb: RenderVerb) => {
      const answer = await fetchJson(`${path}/${verb}`, renderDetail, { method: 'POST' });
      await mutate(answer, { revalidate: false });
    },
  };
}
