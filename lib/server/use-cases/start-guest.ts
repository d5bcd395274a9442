import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { createGuest } from '#lib/server/repositories/users.ts';

/**
 * Somebody without a session becomes a guest; anybody else stays who they are.
 *
 * @param visitorId by which she was counted so far: the guest keeps it, so that she counts once.
 */
export async function startGuest(actor: Actor | null, visitorId?: string): Promise<Actor> {
  return actor ?? createGuest(db(), visitorId);
}
