'use client';

import useSWR, { mutate } from 'swr';
import { fetchJson, fetchNothing, jsonBody } from './fetch-json.ts';

const consentContract = async () => (await import('#lib/contracts/settings.ts')).consentView;

const KEY = '/api/consent';

/** The text that is agreed to before a photo is taken in; null until it is there. SWR keeps trying. */
export function useConsent(wanted: boolean) {
  const { data, error } = useSWR(wanted ? KEY : null, (path) => fetchJson(path, consentContract));
  return { consent: data ?? null, failed: error !== undefined && !data };
}

/** For the photos that are kept; with a new one it is given together. */
export const giveConsent = (version: string) => fetchNothing(KEY, jsonBody({ version }));

/** Another one is asked for now. */
export const refreshConsent = () => mutate(KEY);
