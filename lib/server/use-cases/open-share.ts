import 'server-only';
import type { Picture } from '#lib/contracts/try-on.ts';
import { linkTokenHash } from '#lib/server/auth/link-token.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findMediaByLink } from '#lib/server/repositories/media.ts';
import { findShared } from '#lib/server/repositories/share-links.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { garmentName, lookName } from '#lib/words/garment-name.ts';
import type { OpenedMedia } from './open-media.ts';

export interface SharedLook {
  /** What is worn. */
  name: string;
  picture: Picture;
  expiresAt: string;
  /** The garment on top, while the shop has it. */
  garment: { slug: string; name: string } | null;
}

/** Public: a look as its link shows it, with nothing of whose it is. Null for a link that is over. */
export async function openShare(token: string, now = new Date()): Promise<SharedLook | null> {
  const found = await find(token, now);
  if (!found) return null;
  const { garment, under, inShop, expiresAt } = found.shared;
  const { width, height } = found.media;
  return {
    name: lookName({ garment, under: under && { garment: under } }),
    picture: { url: `/api/shares/${token}/picture`, width, height },
    expiresAt: expiresAt.toISOString(),
    garment: inShop ? { slug: garment.slug, name: garmentName(garment) } : null,
  };
}

/** Its picture. @throws AppError not_found, unavailable */
export async function openSharedPicture(token: string, now = new Date()): Promise<OpenedMedia> {
  const found = await find(token, now);
  if (!found) throw new AppError('not_found');
  const opened = await storage()
    .get(found.media.storageKey)
    .catch(() => {
      throw new AppError('unavailable');
    });
  if (!opened) throw new AppError('not_found');
  return { ...opened, isPublic: false };
}

async function find(token: string, now: Date) {
  const shared = await findShared(db(), linkTokenHash(token), now);
  const media = shared && (await findMediaByLink(db(), shared.mediaId, now));
  return media ? { shared, media } : null;
}
