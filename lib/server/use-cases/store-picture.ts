import 'server-only';
import { crashPoint } from '#lib/server/crash-points.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import type { CleanPicture } from '#lib/server/images/decode-picture.ts';
import { announceMedia, isWanted } from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { newStorageKey, type StorageKind } from '#lib/server/storage/storage.ts';
import { refusals } from '#lib/words/problems.ts';

/** Left over after this if nothing was made of it. */
const UNATTACHED_LIFE_MS = 60 * 60 * 1000;

interface StoreOptions {
  kind: StorageKind;
  /** The person whose picture it is; null for what belongs to a shop or the house. */
  ownerId: string | null;
  visibility: 'PUBLIC' | 'PRIVATE';
  now: Date;
  renditions?: { bytes: Uint8Array; width: number; height: number }[];
}

/**
 * Writes a cleaned picture, with its narrower copies, to the store. It counts as left over until
 * `keepMedia` in the transaction that makes something of it.
 *
 * @returns the media id. @throws StorageUnavailable; AppError conflict when it was deleted meanwhile
 */
export async function storePicture(
  picture: CleanPicture,
  { kind, ownerId, visibility, now, renditions = [] }: StoreOptions,
): Promise<string> {
  const storageKey = newStorageKey(kind, 'jpg');
  const copies = renditions.map((copy) => ({ ...copy, storageKey: newStorageKey(kind, 'webp') }));
  const mediaId = await announceMedia(
    db(),
    {
      visibility,
      ownerId,
      storageKey,
      contentType: 'image/jpeg',
      sha256: picture.sha256,
      bytes: picture.bytes.byteLength,
      width: picture.width,
      height: picture.height,
      renditions: copies.map(({ bytes, width, height, storageKey: key }) => ({
        width,
        height,
        bytes: bytes.byteLength,
        storageKey: key,
      })),
    },
    new Date(now.getTime() + UNATTACHED_LIFE_MS),
  );
  crashPoint('picture-announced');
  await storage().put(storageKey, picture.bytes, { contentType: 'image/jpeg' });
  for (const copy of copies) {
    await storage().put(copy.storageKey, copy.bytes, { contentType: 'image/webp' });
  }
  crashPoint('picture-stored');
  if (!(await isWanted(db(), mediaId))) {
    // Its owner had everything deleted while it was written: nobody else may know of it any more.
    await storage().delete([storageKey, ...copies.map((copy) => copy.storageKey)]);
    throw new AppError('conflict', refusals.erasedMeanwhile);
  }
  return mediaId;
}
