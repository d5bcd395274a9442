import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { pool } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findOwnTryOn } from '#lib/server/repositories/own-try-ons.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';
import { viewOf } from '#lib/server/try-on-view.ts';

/**
 * Calls off a try-on that has not been sent. Once it is with the provider it is paid for, and goes
 * on; the view that comes back says which of the two it was.
 */
export async function cancelTryOn(actor: Actor, id: string, now = new Date()): Promise<TryOnView> {
  await cancelQueuedTryOn(id, actor.userId, now);
  const row = await findOwnTryOn(pool(), id, actor.userId);
  if (!row) throw new AppError('not_found');
  return viewOf(row);
}
