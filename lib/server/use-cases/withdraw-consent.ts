import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { withdrawConsents } from '#lib/server/repositories/consents.ts';
import {
  discardEnded,
  discardUnderWay,
  forgetOthersWords,
} from '#lib/server/repositories/discarded-try-ons.ts';
import { erasePictures } from '#lib/server/repositories/erasures.ts';
import { listPhotosBeingWritten } from '#lib/server/repositories/media.ts';
import { markAllPhotosDeleted } from '#lib/server/repositories/photos.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { callOff } from './call-off.ts';
import { sweepErasure } from './sweep-media.ts';

/** Somebody may have many thousands of looks. */
const TRANSACTION = { timeout: 60_000, maxWait: 10_000 };

/**
 * Takes back what the person agreed to: her photos go, and every look that was made of one; what waits is
 * called off and what the provider has is thrown away when it comes. Looks on house models stay, and so
 * does the record that and when she had agreed.
 *
 * @returns the deletion; null when no picture was left to delete.
 */
export async function withdrawConsent(
  actor: Actor,
  now = new Date(),
): Promise<{ erasure: string | null }> {
  const { userId } = actor;
  const { underWay, erasureId } = await transact(async (tx) => {
    // A try-on or a photo of right now is either among these, or comes too late.
    await lockUser(tx, userId);
    await withdrawConsents(tx, userId, now);
    const photos = await markAllPhotosDeleted(tx, userId, now);
    const arriving = await listPhotosBeingWritten(tx, userId);
    const sent = await discardUnderWay(tx, userId, 'photos', now);
    const looks = await discardEnded(tx, userId, 'photos', now);
    await forgetOthersWords(tx, userId, 'photos');
    const mediaIds = [...photos, ...arriving, ...looks];
    return {
      underWay: sent,
      erasureId: await erasePictures(tx, { cause: 'withdrawal', userId, mediaIds }, now),
    };
  }, TRANSACTION);
  await callOff(underWay, userId, now);
  await sweepErasure(erasureId, now);
  return { erasure: erasureId };
}
