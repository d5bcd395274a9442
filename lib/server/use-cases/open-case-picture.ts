import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { adminPictureLinkIsValid } from '#lib/server/http/admin-picture-link.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findMediaByLink } from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import type { OpenedMedia } from './open-media.ts';

/**
 * Opens a shopper's picture by the link that this admin was given for it.
 *
 * @throws AppError forbidden; not_found for a link that is over or another's; unavailable
 */
export async function openCasePicture(
  actor: Actor,
  mediaId: string,
  link: { expires: number; signature: string },
  now = new Date(),
): Promise<OpenedMedia> {
  assertAdmin(actor);
  const asked = { mediaId, adminId: actor.userId };
  if (!adminPictureLinkIsValid(asked, link, now)) throw new AppError('not_found');
  const media = await findMediaByLink(db(), mediaId, now);
  if (!media) throw new AppError('not_found');
  const opened = await storage()
    .get(media.storageKey)
    .catch(() => {
      throw new AppError('unavailable');
    });
  if (!opened) throw new AppError('not_found');
  return { ...opened, isPublic: false };
}
