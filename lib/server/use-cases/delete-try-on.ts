import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { hideTryOn } from '#lib/server/repositories/looks.ts';
import { cancelQueuedTryOn } from '#lib/server/repositories/try-on-moves.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { sweepErasure } from './sweep-media.ts';

/** Takes a try-on out of My looks and deletes its picture. One that runs goes on and is discarded. */
export async function deleteTryOn(actor: Actor, id: string, now = new Date()): Promise<void> {
  await cancelQueuedTryOn(id, actor.userId, now);
  const deleted = await transact(async (tx) => {
    const { userId } = actor;
    // The person before the try-on, as whoever moves or closes all of hers.
    await lockUser(tx, userId);
    const row = await hideTryOn(tx, id, userId, now);
    if (!row) return null;
    const mediaIds = row.resultMediaId ? [row.resultMediaId] : [];
    return { erasureId: await erasePictures(tx, { cause: 'look', userId, mediaIds }, now) };
  });
  if (!deleted) throw new AppError('not_found');
  await sweepErasure(deleted.erasureId, now);
}
