import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { hideTryOn } from '#lib/server/repositories/looks.ts';
import { condemnMedia } from '#lib/server/repositories/media.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';
import { sweepMedia } from './sweep-media.ts';

/** Takes a try-on out of My looks and deletes its picture. One that runs goes on and is discarded. */
export async function deleteTryOn(actor: Actor, id: string, now = new Date()): Promise<void> {
  await cancelQueuedTryOn(db(), id, actor.userId, now);
  const hidden = await db().$transaction(async (tx) => {
    const row = await hideTryOn(tx, id, actor.userId, now);
    if (row?.resultMediaId) await condemnMedia(tx, [row.resultMediaId], now);
    return row;
  });
  if (!hidden) throw new AppError('not_found');
  await sweepMedia(now);
}
