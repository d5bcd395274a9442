import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { discardUnderWay } from '#lib/server/repositories/discarded-try-ons.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { markPhotoDeleted } from '#lib/server/repositories/photos.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { callOff } from './call-off.ts';
import { sweepErasure } from './sweep-media.ts';

/**
 * Deletes a photo's pictures now, and with them what is still being made of it. Looks that were made of
 * it stay until they are deleted themselves.
 */
export async function deletePhoto(actor: Actor, id: string, now = new Date()): Promise<void> {
  const { userId } = actor;
  const deleted = await transact(async (tx) => {
    // A try-on asked for right now has the photo, or finds it gone.
    await lockUser(tx, userId);
    const mediaIds = await markPhotoDeleted(tx, { id, userId }, now);
    if (!mediaIds) return null;
    const underWay = await discardUnderWay(tx, userId, { photoId: id }, now);
    return {
      underWay,
      erasureId: await erasePictures(tx, { cause: 'photo', userId, mediaIds }, now),
    };
  });
  if (!deleted) throw new AppError('not_found');
  await callOff(deleted.underWay, userId, now);
  await sweepErasure(deleted.erasureId, now);
}
