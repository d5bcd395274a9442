'use client';

import { useState } from 'react';
import useSWR, { type SWRConfiguration } from 'swr';
import { fetchJson, fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { isNotThere } from '#lib/client/problem-error.ts';
import { type ChooseKindsBody, type ImportDetail, importDetail } from '#lib/contracts/import.ts';
import type { ColumnMapping } from '#lib/domain/catalog/own-columns.ts';
import { isWorking } from '#lib/domain/import-run.ts';
import { useShop } from '../shop-context.tsx';
import { arePicturesComing } from './pictures-coming.ts';

const WATCHING_MS = 1_500;

const isMoving = (run: ImportDetail) => isWorking(run.state) || arePicturesComing(run);

// Polling rests while the cache holds an error, so this must bring it back.
const onErrorRetry: SWRConfiguration['onErrorRetry'] = (
  error,
  _key,
  _config,
  revalidate,
  options,
) => {
  if (isNotThere(error)) return;
  setTimeout(() => void revalidate(options), Math.min(30_000, 1_000 * 2 ** options.retryCount));
};

/** One import, kept up to date while something moves, and what can be done with it. */
export function useImport(initial: ImportDetail) {
  const { api } = useShop();
  const path = `${api}/imports/${initial.id}`;
  const [moving, setMoving] = useState(() => isMoving(initial));
  const { data, error, mutate } = useSWR(path, (at: string) => fetchJson(at, importDetail), {
    fallbackData: initial,
    // A number and not a function of the data: SWR asks a function only when its timer has run out.
    refreshInterval: moving ? WATCHING_MS : 0,
    onErrorRetry,
  });
  const run = data ?? initial;
  const now = isMoving(run);
  if (now !== moving) setMoving(now);

  const change = async (answer: Promise<ImportDetail>) => {
    await mutate(await answer, { revalidate: false });
  };
  const post = (verb: string, init: RequestInit = { method: 'POST' }) =>
    change(fetchJson(`${path}/${verb}`, importDetail, init));
  return {
    run,
    stale: error !== undefined,
    // All of these throw ProblemError and UnreachableError.
    map: (mapping: ColumnMapping) => post('mapping', jsonBody({ mapping })),
    remap: () => post('mapping', { method: 'DELETE' }),
    chooseKinds: (body: ChooseKindsBody) => post('kinds', jsonBody(body)),
    apply: () => post('apply'),
    undo: () => post('undo'),
    resume: () => post('resume'),
    retryPictures: () => post('pictures/retry'),
    /** @returns the id of the new run. */
    repeat: async () => (await fetchJson(`${path}/repeat`, importDetail, { method: 'POST' })).id,
    cancel: async () => {
      await fetchNothing(path, { method: 'DELETE' });
      await mutate();
    },
  };
}

export type ImportActions = ReturnType<typeof useImport>;
