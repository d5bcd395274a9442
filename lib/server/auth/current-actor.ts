import 'server-only';
import { cookies, headers } from 'next/headers';
import { after } from 'next/server';
import { cache } from 'react';
import type { Actor } from './actor.ts';
import { actorOf } from './actor-of-session.ts';
import {
  type NewSession,
  openSession,
  type Session,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from './session-cookie.ts';

export type { Actor } from './actor.ts';

/** The session that came with the request; whether it is still good is for `currentActor`. */
export const currentSession = cache(
  async (): Promise<Session | null> =>
    openSession((await cookies()).get(sessionCookieName())?.value),
);

/** Who is asking, in pages and route handlers alike; read from the database once a request. */
export const currentActor = cache(
  async (): Promise<Actor | null> => actorOf(await currentSession(), await headers(), after),
);

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
