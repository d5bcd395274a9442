'use client';

import { useState } from 'react';
import useSWR from 'swr';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { newIdempotencyKey } from '#lib/client/idempotency-key.ts';
import { keepTrying } from '#lib/client/keep-trying.ts';
import {
  type ChangeModelLookBody,
  type ModelLooks,
  modelLooks,
} from '#lib/contracts/model-looks.ts';
import { useShop } from '../shop-context.tsx';

const WATCHING_MS = 1_500;

const isComing = (looks: ModelLooks | undefined) =>
  looks?.items.some(({ take }) => take?.kind === 'coming') ?? false;

/**
 * A garment on the house models, kept up to date while one is being made.
 *
 * @param sentId the picture that goes to the picture service: another one puts looks out of date.
 */
export function useModelLooks(garmentId: string, sentId: string | null) {
  const { api } = useShop();
  const path = `${api}/garments/${garmentId}/looks`;
  const [coming, setComing] = useState(false);
  // Another picture for try-ons is news: what was made with the one before is out of date.
  const key = [path, sentId] as const;
  const { data, error, mutate } = useSWR(key, ([at]) => fetchJson(at, modelLooks), {
    keepPreviousData: true,
    // A number and not a function of the data: SWR asks a function only when its timer has run out.
    refreshInterval: coming ? WATCHING_MS : 0,
  });
  const now = isComing(data);
  if (now !== coming) setComing(now);

  const at = (model: string) => `${path}/${model}`;
  return {
    looks: data,
    error: error as unknown,
    // Both throw ProblemError and UnreachableError.
    make: async (model: string, again: boolean) => {
      const headers = { 'idempotency-key': newIdempotencyKey() };
      const answer = await keepTrying(() =>
        fetchJson(at(model), modelLooks, jsonBody({ again }, headers)),
      );
      await mutate(answer, { revalidate: false });
    },
    change: async (model: string, change: ChangeModelLookBody) => {
      const init = { ...jsonBody(change), method: 'PATCH' };
      await mutate(fetchJson(at(model), modelLooks, init), {
        // A tick is there at once.
        optimisticData: (known) => withShown(known, model, change.shown),
        rollbackOnError: true,
        revalidate: false,
      });
    },
  };
}

function withShown(
  known: ModelLooks | undefined,
  model: string,
  shown: boolean | undefined,
): ModelLooks {
  const { items, each } = known ?? { items: [], each: { seconds: 0, costMicros: 0 } };
  return {
    each,
    items: items.map((look) =>
      look.model.slug === model && shown !== undefined ? { ...look, shown } : look,
    ),
  };
}

export type ModelLookActions = ReturnType<typeof useModelLooks>;
