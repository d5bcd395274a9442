import 'server-only';
import type { CleanPicture } from '#lib/server/images/decode-picture.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { makeRenditions } from '#lib/server/images/renditions.ts';
import { storePicture } from './store-picture.ts';

/** The public picture with its narrower copies, and the 3:4 picture that goes to the provider. */
export async function storeGarmentPicture(
  picture: CleanPicture,
  now: Date,
): Promise<{ mediaId: string; inputMediaId: string }> {
  const options = { ownerId: null, now } as const;
  const mediaId = await storePicture(picture, {
    kind: 'garments',
    visibility: 'PUBLIC',
    renditions: await makeRenditions(picture.bytes),
    ...options,
  });
  const input = await toProviderInput(picture.bytes, 'garment');
  const inputMediaId = await storePicture(input, {
    kind: 'inputs',
    visibility: 'PRIVATE',
    ...options,
  });
  return { mediaId, inputMediaId };
}
