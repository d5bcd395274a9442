import 'server-only';
import {
  condemnUnshown,
  forgetRemovedPictures,
} from '#lib/server/repositories/garment-pictures.ts';
import { transact } from '#lib/server/transact.ts';

/** So long can a picture be brought back that was taken from a garment, and half of it is promised. */
export const REMOVED_PICTURE_LIFE_MS = 24 * 60 * 60 * 1000;

/**
 * Forgets the pictures that were taken from garments and that no look shows, and leaves their files
 * to `sweepMedia`. A copy of the garment may still show the same files: then these stay.
 */
export async function sweepRemovedPictures(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - REMOVED_PICTURE_LIFE_MS);
  await transact(async (tx) => {
    await condemnUnshown(tx, await forgetRemovedPictures(tx, before, 200), now);
  });
}
