import 'server-only';
import { cookies, headers } from 'next/headers';
import { after } from 'next/server';
import { cache } from 'react';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { readTogether } from '#lib/server/read-together.ts';
import { findSessionUsers, noteVisit } from '#lib/server/repositories/users.ts';
import type { Actor } from './actor.ts';
import {
  type NewSession,
  openSession,
  type Session,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from './session-cookie.ts';
import { asksNotToBeCounted } from './visitor-cookie.ts';

export type { Actor } from './actor.ts';

const SEEN_TO_WITHIN_MS = 60 * 60_000;

/** The session that came with the request; whether it is still good is for `currentActor`. */
export const currentSession = cache(
  async (): Promise<Session | null> =>
    openSession((await cookies()).get(sessionCookieName())?.value),
);

const sessionUser = readTogether((sessions: NewSession[]) => findSessionUsers(db(), sessions));

/** Who is asking, in pages and route handlers alike; read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  const found = session && (await sessionUser(session));
  if (!found) return null;
  const { actor, seenAt } = found;
  if (actor.isGuest) keepSeen(actor.userId, seenAt);
  return asksNotToBeCounted(await headers()) ? { ...actor, uncounted: true } : actor;
});

/** What a guest has is kept for some days after the last visit. The answer does not wait for the note. */
function keepSeen(userId: string, seenAt: Date): void {
  const now = new Date();
  if (now.getTime() - seenAt.getTime() < SEEN_TO_WITHIN_MS) return;
  after(async () => {
    try {
      await noteVisit(db(), userId, now);
    } catch {
      log.warn('a guest’s visit was not noted');
    }
  });
}

/** Only in route handlers: pages may not set cookies. */
export async function startSession({ userId, epoch }: NewSession): Promise<void> {
  const sealed = await sealSession(userId, epoch);
  (await cookies()).set(sessionCookieName(), sealed, sessionCookieOptions());
}

/** Only in route handlers. Browsers take a `__Secure-` cookie only with all of its attributes. */
export async function forgetSession(): Promise<void> {
  const over = { ...sessionCookieOptions(), maxAge: 0 };
  (await cookies()).set(sessionCookieName(), '', over);
}
