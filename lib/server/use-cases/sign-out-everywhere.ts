import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { endSessions } from '#lib/server/repositories/users.ts';

/** Ends all sessions of a person, in this browser too. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await endSessions(db(), actor.userId);
}
