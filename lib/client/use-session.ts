'use client';

import useSWR, { mutate } from 'swr';
import type { SessionView } from '#lib/contracts/account.ts';
import { fetchJson } from './fetch-json.ts';

export const SESSION_KEY = '/api/session';

const sessionContract = async () => (await import('#lib/contracts/account.ts')).sessionView;
const maybeSession = async () => (await sessionContract()).nullable();

/** Who is here; null before the first guest session. The page brings the first answer along. */
export function useSession(): { session: SessionView | null } {
  const { data } = useSWR(SESSION_KEY, (path) => fetchJson(path, maybeSession), {
    revalidateOnFocus: false,
    revalidateIfStale: false,
  });
  return { session: data ?? null };
}

/** Makes a guest of a newcomer; to be called before the first photo or try-on. */
export async function ensureSession(): Promise<SessionView> {
  const guest = await fetchJson('/api/session/guest', sessionContract, { method: 'POST' });
  await mutate(SESSION_KEY, guest, { revalidate: false });
  return guest;
}
