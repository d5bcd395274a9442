import 'server-only';
import type { CleanPicture } from '#lib/server/images/decode-picture.ts';
import { makeRenditions } from '#lib/server/images/renditions.ts';
import type { HeldTryOn } from '#lib/server/repositories/try-on-claims.ts';
import { storePicture } from './store-picture.ts';

/**
 * Keeps the picture of a try-on: a person's is that person's alone; a shop's own shows a house model,
 * and is public like the garment's other pictures.
 *
 * @returns the media id. @throws StorageUnavailable
 */
export async function storeLook(
  look: CleanPicture,
  { forShop, userId }: Pick<HeldTryOn, 'forShop' | 'userId'>,
  now: Date,
): Promise<string> {
  return forShop
    ? storePicture(look, {
        kind: 'garments',
        ownerId: null,
        visibility: 'PUBLIC',
        renditions: await makeRenditions(look.bytes),
        now,
      })
    : storePicture(look, { kind: 'looks', ownerId: userId, visibility: 'PRIVATE', now });
}
