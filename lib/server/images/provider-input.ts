import 'server-only';

import {
  fitPerson,
  fitWhole,
  type PictureFit,
  PROVIDER_INPUT_SIZE,
  type Size,
} from '#lib/domain/picture-fit.ts';
import {
  type Colour,
  edgeColour,
  emptyMargins,
  groundColour,
  type Pixels,
} from '#lib/domain/picture-ground.ts';
import {
  type CleanPicture,
  decodeWithin,
  encodeJpeg,
  openPicture,
  type PicturePipeline,
} from './decode-picture.ts';
import { sharp } from './guarded-sharp.ts';
import { PictureUnreadable } from './picture-unreadable.ts';

export type ProviderInputKind = 'person' | 'garment';

const JPEG_QUALITY = 92;
/** Enough for 768 × 1024 with a crop, and a bound on the memory for one picture. */
const MAX_WORKING_SIDE = 1536;

/** The ground on either side of the picture, in reading order. */
type Ground = { before: Colour; after: Colour };

/**
 * A stored picture as the provider wants it: 768 × 1024, never stretched.
 *
 * - A garment is shown whole, on the colour of its own background.
 * - A person's photo that is nearly 3:4 is cropped, from its empty margins first; any other is shown
 *   whole, between strips in the mean colour of the edge that each continues.
 *
 * @throws PictureUnreadable
 */
export async function toProviderInput(
  bytes: Uint8Array,
  kind: ProviderInputKind,
): Promise<CleanPicture> {
  const opened = openPicture(bytes, { leastSide: 1 });
  if (!opened.ok) throw new PictureUnreadable(opened.code);
  try {
    const pixels = await readPixels(await decodeWithin(opened.picture, MAX_WORKING_SIDE));
    const fit =
      kind === 'garment'
        ? fitWhole(pixels, PROVIDER_INPUT_SIZE)
        : fitPerson(pixels, PROVIDER_INPUT_SIZE, emptyMargins(pixels));
    return await encodeJpeg(await layOut(pixels, fit, kind), JPEG_QUALITY);
  } catch {
    throw new PictureUnreadable('broken');
  }
}

async function readPixels(pipeline: PicturePipeline): Promise<Pixels> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function layOut(
  pixels: Pixels,
  fit: PictureFit,
  kind: ProviderInputKind,
): Promise<PicturePipeline> {
  const picture = sharp(pixels.data, {
    raw: { width: pixels.width, height: pixels.height, channels: 3 },
  })
    .extract(fit.crop)
    // The geometry has already made both factors the same.
    .resize({ ...fit.scaled, fit: 'fill' });
  if (fills(fit.scaled)) return picture;

  const beside = fit.scaled.width < PROVIDER_INPUT_SIZE.width;
  const ground = groundFor(pixels, kind, beside);
  const { data } = await picture.raw().toBuffer({ resolveWithObject: true });
  const after = beside
    ? { left: fit.left + fit.scaled.width, top: 0 }
    : { left: 0, top: fit.top + fit.scaled.height };
  const strip = {
    width: PROVIDER_INPUT_SIZE.width - after.left,
    height: PROVIDER_INPUT_SIZE.height - after.top,
  };
  const layers = [
    { input: data, raw: { ...fit.scaled, channels: 3 as const }, left: fit.left, top: fit.top },
  ];
  const canvas = sharp(plain(PROVIDER_INPUT_SIZE, ground.before));
  if (strip.width < 1 || strip.height < 1) return canvas.composite(layers);
  return canvas.composite([{ input: plain(strip, ground.after), ...after }, ...layers]);
}

function fills(size: Size): boolean {
  return size.width === PROVIDER_INPUT_SIZE.width && size.height === PROVIDER_INPUT_SIZE.height;
}

function groundFor(pixels: Pixels, kind: ProviderInputKind, beside: boolean): Ground {
  if (kind === 'garment') {
    const colour = groundColour(pixels);
    return { before: colour, after: colour };
  }
  return beside
    ? { before: edgeColour(pixels, 'left'), after: edgeColour(pixels, 'right') }
    : { before: edgeColour(pixels, 'top'), after: edgeColour(pixels, 'bottom') };
}

function plain(size: Size, background: Colour) {
  return { create: { ...size, channels: 3 as const, background } };
}
