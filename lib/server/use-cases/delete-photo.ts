import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { condemnMedia } from '#lib/server/repositories/media.ts';
import { markPhotoDeleted } from '#lib/server/repositories/photos.ts';
import { sweepMedia } from './sweep-media.ts';

/** Deletes a photo's pictures now. Looks that were made of it stay until they are deleted themselves. */
export async function deletePhoto(actor: Actor, id: string, now = new Date()): Promise<void> {
  const mediaIds = await db().$transaction(async (tx) => {
    const ids = await markPhotoDeleted(tx, id, actor.userId, now);
    if (ids) await condemnMedia(tx, ids, now);
    return ids;
  });
  if (!mediaIds) throw new AppError('not_found');
  await sweepMedia(now);
}
