import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findWaysIn } from '#lib/server/repositories/credentials.ts';

/** Whether a person has a password, and by which other services she can sign in. */
export async function getWaysIn(actor: Actor) {
  return findWaysIn(db(), actor.userId);
}
