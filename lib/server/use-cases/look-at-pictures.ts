import 'server-only';
import { toStoredMeasures } from '#lib/contracts/picture-readiness.ts';
import { db } from '#lib/server/db.ts';
import { measureGarment } from '#lib/server/images/garment/measure-garment.ts';
import { log } from '#lib/server/log.ts';
import { findUnmeasuredImages, saveMeasures } from '#lib/server/repositories/picture-readiness.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Looks at some garment pictures that nobody has looked at yet, or in an older way. One that cannot be
 * read is passed over until the next time.
 *
 * @param after the id of the last one that was looked at before; null begins.
 * @returns the id of the last one of these; null when there were none left.
 */
export async function lookAtPictures(
  after: string | null,
  limit: number,
  stopped?: AbortSignal,
): Promise<string | null> {
  let last: string | null = null;
  for (const image of await findUnmeasuredImages(db(), after, limit)) {
    if (stopped?.aborted) break;
    last = image.id;
    const bytes = await storage().getBytes(image.storageKey);
    if (!bytes) continue;
    try {
      const { measures } = await measureGarment({ ...image, bytes });
      await transact((tx) => saveMeasures(tx, image, toStoredMeasures(measures)));
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      log.warn({ image: image.id, error: name }, 'a garment picture could not be looked at');
    }
  }
  return last;
}
