import 'server-only';
import { toStoredMeasures } from '#lib/contracts/picture-readiness.ts';
import { outlineIsSure } from '#lib/domain/picture-readiness.ts';
import type { CleanPicture } from '#lib/server/images/decode-picture.ts';
import {
  type GarmentLookedAt,
  measureGarment,
} from '#lib/server/images/garment/measure-garment.ts';
import { type GarmentFrame, toProviderInput } from '#lib/server/images/provider-input.ts';
import { makeRenditions } from '#lib/server/images/renditions.ts';
import { storePicture } from './store-picture.ts';

export interface StoredGarmentPicture {
  mediaId: string;
  inputMediaId: string;
  /** For `GarmentImage.readiness`. */
  readiness: ReturnType<typeof toStoredMeasures>;
}

/**
 * The public picture with its narrower copies, the 3:4 picture that goes to the provider, and what
 * was measured on it.
 */
export async function storeGarmentPicture(
  picture: CleanPicture,
  now: Date,
): Promise<StoredGarmentPicture> {
  const options = { ownerId: null, now } as const;
  const looked = await measureGarment(picture);
  const mediaId = await storePicture(picture, {
    kind: 'garments',
    visibility: 'PUBLIC',
    renditions: await makeRenditions(picture.bytes),
    ...options,
  });
  const input = await toProviderInput(picture.bytes, 'garment', frameOf(looked));
  const inputMediaId = await storePicture(input, {
    kind: 'inputs',
    visibility: 'PRIVATE',
    ...options,
  });
  return { mediaId, inputMediaId, readiness: toStoredMeasures(looked.measures) };
}

function frameOf({ measures, ground }: GarmentLookedAt): GarmentFrame | null {
  if (!measures.garment || !outlineIsSure(measures)) return null;
  return { box: measures.garment.box, colourAt: ground.colourAt };
}
