'use client';

import useSWR from 'swr';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { type SendingView, sendingView } from '#lib/contracts/admin.ts';

const PATH = '/api/admin/sending';
const REFRESH_MS = 10_000;

/** Whether try-ons are sent, kept up to date while the page is looked at. */
export function useSending(initial: SendingView) {
  const { data, error, mutate } = useSWR(PATH, (path: string) => fetchJson(path, sendingView), {
    fallbackData: initial,
    refreshInterval: REFRESH_MS,
  });
  const change = async (answer: Promise<SendingView>) => {
    await mutate(await answer, { revalidate: false });
  };
  return {
    sending: data,
    stale: error !== undefined,
    /** @throws ProblemError, UnreachableError */
    pause: (note: string) => change(fetchJson(`${PATH}/pause`, sendingView, jsonBody({ note }))),
    /** @throws ProblemError, UnreachableError */
    resume: () => change(fetchJson(`${PATH}/resume`, sendingView, { method: 'POST' })),
  };
}
