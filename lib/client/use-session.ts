'use client';

import useSWR, { mutate } from 'swr';
import { type SessionView, sessionView } from '#lib/contracts/account.ts';
import { fetchJson } from './fetch-json.ts';

export const SESSION_KEY = '/api/session';

/** Who is here; null before the first guest session. The page brings the first answer along. */
export function useSession(): { session: SessionView | null } {
  const { data } = useSWR(SESSION_KEY, (path) => fetchJson(path, sessionView.nullable()), {
    revalidateOnFocus: false,
    revalidateIfStale: false,
  });
  return { session: data ?? null };
}

/** Makes a guest of a newcomer; to be called before the first photo or try-on. */
export async function ensureSession(): Promise<SessionView> {
  const session = await fetchJson('/api/session/guest', sessionView, { method: 'POST' });
  await mutate(SESSION_KEY, session, { revalidate: false });
  return session;
}
