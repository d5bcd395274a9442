import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { revokeShareLink as revoke } from '#lib/server/repositories/share-links.ts';

/** Takes a link back: it leads nowhere from the next request on. @throws AppError not_found */
export async function revokeShareLink(actor: Actor, id: string, now = new Date()): Promise<void> {
  if (!(await revoke(db(), id, actor.userId, now))) throw new AppError('not_found');
}
