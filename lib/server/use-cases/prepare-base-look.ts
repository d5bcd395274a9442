import 'server-only';
import { PROVIDER_INPUT_SIZE } from '#lib/domain/picture-fit.ts';
import { db } from '#lib/server/db.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { findMediaForProvider } from '#lib/server/repositories/media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { storePicture } from './store-picture.ts';

/** As long as the provider's link to it; the sweep takes it afterwards. */
const COPY_LIFE_MS = 15 * 60 * 1000;

/**
 * The look under an outfit, in the shape that the provider wants. Looks mostly come from it in that
 * shape and are used as they are; of any other a copy is made that is left to the sweep, so that no
 * row has to remember it.
 *
 * @returns a media id; null when the look has gone. @throws StorageUnavailable
 */
export async function prepareBaseLook(
  look: { id: string; width: number; height: number },
  ownerId: string,
  now: Date,
): Promise<string | null> {
  const { width, height } = PROVIDER_INPUT_SIZE;
  if (look.width === width && look.height === height) return look.id;
  const media = await findMediaForProvider(db(), look.id, now);
  const bytes = media && (await storage().getBytes(media.storageKey));
  if (!bytes) return null;
  return storePicture(await toProviderInput(bytes, 'person'), {
    kind: 'inputs',
    ownerId,
    visibility: 'PRIVATE',
    now,
    lifeMs: COPY_LIFE_MS,
  });
}
