import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { createGuest } from '#lib/server/repositories/users.ts';

/** Somebody without a session becomes a guest; anybody else stays who they are. */
export async function startGuest(actor: Actor | null): Promise<Actor> {
  return actor ?? createGuest(db());
}
