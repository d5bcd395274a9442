'use client';

import { useState } from 'react';
import useSWR from 'swr';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import {
  type RenderPlanBody,
  renderDetail,
  renderPlan,
  type StartRenderBody,
} from '#lib/contracts/render.ts';
import { useShop } from '../shop-context.tsx';

/** What a run over this would do, asked for anew whenever it changes; null asks for nothing. */
export function usePlan(body: RenderPlanBody | null) {
  const { api } = useShop();
  const [kept, setKept] = useState(body);
  const printed = JSON.stringify(body);
  // The same choice is a new object at each render.
  if (JSON.stringify(kept) !== printed) setKept(body);
  const { data, error, mutate, isValidating } = useSWR(
    kept && ([`${api}/on-models/plan`, kept] as const),
    ([path, asked]) => fetchJson(path, renderPlan, jsonBody(asked)),
    { keepPreviousData: true, revalidateOnFocus: false },
  );
  return {
    plan: body ? data : undefined,
    error: error as unknown,
    /** The figures are of an earlier choice. */
    stale: isValidating,
    again: () => void mutate(),
    /** @returns the id of the run. @throws ProblemError, UnreachableError */
    start: async (asked: StartRenderBody) =>
      (await fetchJson(`${api}/on-models`, renderDetail, jsonBody(asked))).id,
  };
}
