import 'server-only';
import { PROVIDER_INPUT_SIZE } from '#lib/domain/picture-fit.ts';
import { toProviderInput } from './images/provider-input.ts';
import type { PictureBytes } from './repositories/media.ts';
import { storage } from './storage/current-storage.ts';
import type { StoredBody } from './storage/storage.ts';

/**
 * A stored picture in the shape that the provider wants. Photos and garments are kept in that shape
 * beside what people see, and a look under an outfit mostly came in it. Any other look is laid out
 * anew each time: a copy would be one more picture of a person that must go when the look goes.
 *
 * @returns null when there are no bytes. @throws StorageUnavailable, PictureUnreadable
 */
export async function openForProvider({
  storageKey,
  width,
  height,
}: PictureBytes): Promise<StoredBody | null> {
  if (width === PROVIDER_INPUT_SIZE.width && height === PROVIDER_INPUT_SIZE.height) {
    return storage().get(storageKey);
  }
  const stored = await storage().getBytes(storageKey);
  if (!stored) return null;
  const { bytes } = await toProviderInput(stored, 'person');
  return {
    body: new Blob([Uint8Array.from(bytes)]).stream(),
    size: bytes.byteLength,
    contentType: 'image/jpeg',
  };
}
