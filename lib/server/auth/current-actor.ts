import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { db } from '#lib/server/db.ts';
import { findActor } from '#lib/server/repositories/users.ts';
import type { Actor } from './actor.ts';
import {
  openSession,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from './session-cookie.ts';
import { asksNotToBeCounted } from './visitor-cookie.ts';

export type { Actor } from './actor.ts';

/** Who is asking, in pages and route handlers alike; read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const userId = await openSession((await cookies()).get(sessionCookieName())?.value);
  const actor = userId && (await findActor(db(), userId));
  if (!actor) return null;
  return asksNotToBeCounted(await headers()) ? { ...actor, uncounted: true } : actor;
});

/** Only in route handlers. */
export async function forgetSession(): Promise<void> {
  (await cookies()).delete(sessionCookieName());
}

/** Only in route handlers: pages may not set cookies. */
export async function startSession(userId: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sealSession(userId), sessionCookieOptions());
}
