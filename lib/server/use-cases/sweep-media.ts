import 'server-only';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { findCondemnedMedia, forgetMedia } from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';

/**
 * Deletes the pictures whose time is over: first the bytes, then the row, so that a row is left to
 * try again from when the storage does not answer.
 *
 * @returns how many are gone.
 */
export async function sweepMedia(now = new Date()): Promise<number> {
  const condemned = await findCondemnedMedia(db(), now, 200);
  let gone = 0;
  for (const media of condemned) {
    try {
      await storage().delete([
        media.storageKey,
        ...media.renditions.map(({ storageKey }) => storageKey),
      ]);
      await db().$transaction((tx) => forgetMedia(tx, media.id));
      gone += 1;
    } catch {
      log.warn({ mediaId: media.id }, 'picture could not be deleted yet');
    }
  }
  return gone;
}
