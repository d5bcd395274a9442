import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { mediaLinkIsValid } from '#lib/server/http/signed-media-link.ts';
import { openForProvider } from '#lib/server/provider-picture.ts';
import {
  findMediaByLink,
  findPublicMedia,
  findVisibleMedia,
  type StoredMedia,
} from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import type { StoredBody } from '#lib/server/storage/storage.ts';

export interface OpenedMedia extends StoredBody {
  isPublic: boolean;
}

/**
 * Opens a picture for whoever may see it: anybody for public ones, the owner for private ones, the
 * provider by a signed link, and in the shape that it wants. For everybody else it is not there.
 *
 * @param width one of the picture's narrower copies; the picture itself when there is no such copy.
 * @throws AppError not_found, unavailable
 */
export async function openMedia(
  actor: Actor | null,
  id: string,
  asked: { width?: number; link?: { expires: number; signature: string } },
  now = new Date(),
): Promise<OpenedMedia> {
  const media = await findMedia(actor, id, asked.link, now);
  if (!media) throw new AppError('not_found');
  const copy = media.renditions.find(({ width }) => width === asked.width);
  const opened = await (asked.link
    ? openForProvider(media)
    : storage().get(copy?.storageKey ?? media.storageKey)
  ).catch(() => {
    throw new AppError('unavailable');
  });
  if (!opened) throw new AppError('not_found');
  return { ...opened, isPublic: media.visibility === 'PUBLIC' };
}

async function findMedia(
  actor: Actor | null,
  id: string,
  link: { expires: number; signature: string } | undefined,
  now: Date,
): Promise<StoredMedia | null> {
  if (link) return mediaLinkIsValid(id, link, now) ? findMediaByLink(db(), id, now) : null;
  return actor ? findVisibleMedia(db(), id, actor.userId, now) : findPublicMedia(db(), id, now);
}
