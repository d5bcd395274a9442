import 'server-only';

import {
  type Box,
  fitGarment,
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
import type { Ground as LitGround } from './garment/ground.ts';
import { writeRgb } from './garment/lab.ts';
import { sharp } from './guarded-sharp.ts';
import { PictureUnreadable } from './picture-unreadable.ts';

export type ProviderInputKind = 'person' | 'garment';

/** What is known of a garment's picture: where the garment is, and what its ground looks like. */
export interface GarmentFrame {
  /** In shares of the picture. */
  box: Box;
  colourAt: LitGround['colourAt'];
}

const JPEG_QUALITY = 92;
/** Enough for 768 × 1024 with a crop, and a bound on the memory for one picture. */
const MAX_WORKING_SIDE = 1536;

/** The ground on either side of the picture, in reading order. */
type Ground = { before: Colour; after: Colour };

/**
 * A stored picture as the provider wants it: 768 × 1024, never stretched.
 *
 * - A garment is shown whole, on its own ground: about the middle where it was made out, and else as
 *   it stands in its picture.
 * - A person's photo that is nearly 3:4 is cropped, from its empty margins first; any other is shown
 *   whole, between strips in the mean colour of the edge that each continues.
 *
 * @param frame of a garment that was made out.
 * @throws PictureUnreadable
 */
export async function toProviderInput(
  bytes: Uint8Array,
  kind: ProviderInputKind,
  frame: GarmentFrame | null = null,
): Promise<CleanPicture> {
  const opened = openPicture(bytes, { leastSide: 1 });
  if (!opened.ok) throw new PictureUnreadable(opened.code);
  try {
    const pixels = await readPixels(await decodeWithin(opened.picture, MAX_WORKING_SIDE));
    const encode = (picture: PicturePipeline) =>
      encodeJpeg(picture, JPEG_QUALITY, { inHaste: true });
    if (frame) return await encode(await layOnGround(pixels, frame));
    const fit =
      kind === 'garment'
        ? fitWhole(pixels, PROVIDER_INPUT_SIZE)
        : fitPerson(pixels, PROVIDER_INPUT_SIZE, emptyMargins(pixels));
    return await encode(await layOut(pixels, fit, kind));
  } catch {
    throw new PictureUnreadable('broken');
  }
}

async function readPixels(pipeline: PicturePipeline): Promise<Pixels> {
  const { data, info } = await pipeline.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function cropped(pixels: Pixels, fit: PictureFit): PicturePipeline {
  return (
    sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 3 } })
      .extract(fit.crop)
      // The geometry has already made both factors the same.
      .resize({ ...fit.scaled, fit: 'fill' })
  );
}

/** Pixels of the ground to one of its coarse picture: it is smooth. */
const GROUND_STEP = 16;

/** Where the picture ends its ground goes on as it was at the edge, with the light that falls on it. */
async function layOnGround(
  pixels: Pixels,
  { box, colourAt }: GarmentFrame,
): Promise<PicturePipeline> {
  const garment = {
    left: box.left * pixels.width,
    top: box.top * pixels.height,
    width: box.width * pixels.width,
    height: box.height * pixels.height,
  };
  const fit = fitGarment(pixels, PROVIDER_INPUT_SIZE, garment);
  const picture = cropped(pixels, fit);
  if (fills(fit.scaled)) return picture;

  const width = PROVIDER_INPUT_SIZE.width / GROUND_STEP;
  const height = PROVIDER_INPUT_SIZE.height / GROUND_STEP;
  const factor = fit.scaled.width / fit.crop.width;
  /** A place of the canvas in the picture, or the nearest to it; as a share of its side. */
  const share = (at: number, offset: number, from: number, side: number) =>
    Math.min(1, Math.max(0, (from + (at * GROUND_STEP - offset) / factor) / side));
  const ground = new Uint8ClampedArray(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      const across = share(x + 0.5, fit.left, fit.crop.left, pixels.width);
      const down = share(y + 0.5, fit.top, fit.crop.top, pixels.height);
      writeRgb(colourAt(across, down), ground, to);
    }
  }
  const canvas = await sharp(ground, { raw: { width, height, channels: 3 } })
    .resize({ ...PROVIDER_INPUT_SIZE, fit: 'fill', kernel: 'linear' })
    .raw()
    .toBuffer();
  const { data } = await picture.raw().toBuffer({ resolveWithObject: true });
  return sharp(canvas, { raw: { ...PROVIDER_INPUT_SIZE, channels: 3 } }).composite([
    { input: data, raw: { ...fit.scaled, channels: 3 }, left: fit.left, top: fit.top },
  ]);
}

async function layOut(
  pixels: Pixels,
  fit: PictureFit,
  kind: ProviderInputKind,
): Promise<PicturePipeline> {
  const picture = cropped(pixels, fit);
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
