import 'server-only';
import { cookies } from 'next/headers';
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

export type { Actor } from './actor.ts';

/** Who is asking, in pages and route handlers alike; read from the database once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const userId = await openSession((await cookies()).get(sessionCookieName())?.value);
  return userId ? findActor(db(), userId) : null;
});

/** Only in route handlers: pages may not set cookies. */
export async function startSession(userId: string): Promise<void> {
  (await cookies()).set(sessionCookieName(), await sealSession(userId), sessionCookieOptions());
}
