'use client';

import useSWR, { mutate } from 'swr';
import { fetchJson } from './fetch-json.ts';

const consentContract = async () => (await import('#lib/contracts/settings.ts')).consentView;

const KEY = '/api/consent';

/** The text that is agreed to before a photo is taken in; null until it is there. */
export function useConsent(wanted: boolean) {
  const { data } = useSWR(wanted ? KEY : null, (path) => fetchJson(path, consentContract));
  return data ?? null;
}

/** Another one is asked for now. */
export const refreshConsent = () => mutate(KEY);
