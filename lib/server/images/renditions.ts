import 'server-only';

import { decodeWithin, openPicture, type PicturePipeline, sha256Of } from './decode-picture.ts';
import { sharp } from './guarded-sharp.ts';
import { PictureUnreadable } from './picture-unreadable.ts';

export type Rendition = {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Of `bytes`, 64 hex digits. */
  sha256: string;
  contentType: 'image/webp';
};

/** 480 is for cards in two columns on a phone: 640 would be half as many bytes again. */
export const RENDITION_WIDTHS = [320, 480, 640, 960, 1280] as const;

/** A tall picture of 1280 in width and at most 4 times that in height is not reduced by this. */
const MAX_SOURCE_SIDE = 5120;
/**
 * Effort 2 takes half the time of the default 4 for 4 % more bytes, and smart subsampling would double
 * it: an import brings thousands of pictures.
 */
const WEBP = { quality: 80, effort: 2 };

/**
 * A public garment picture in the widths that pages ask for, narrowest first. Never enlarged: a
 * picture that is narrower than a width appears once more, in its own width, in its place.
 * @throws PictureUnreadable
 */
export async function makeRenditions(bytes: Uint8Array): Promise<Rendition[]> {
  const opened = openPicture(bytes, { leastSide: 1 });
  if (!opened.ok) throw new PictureUnreadable(opened.code);
  try {
    const { data, info } = await (await decodeWithin(opened.picture, MAX_SOURCE_SIDE))
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { width: info.width, height: info.height, channels: info.channels };
    const renditions: Rendition[] = [];
    // One after the other: at once they would take every thread that other requests need.
    for (const width of widthsFor(info.width)) {
      renditions.push(await encodeWebp(sharp(data, { raw }), width));
    }
    return renditions;
  } catch {
    throw new PictureUnreadable('broken');
  }
}

function widthsFor(sourceWidth: number): number[] {
  const narrower = RENDITION_WIDTHS.filter((width) => width < sourceWidth);
  const widest = RENDITION_WIDTHS.find((width) => width >= sourceWidth);
  if (widest === undefined) return narrower;
  return [...narrower, sourceWidth];
}

async function encodeWebp(picture: PicturePipeline, width: number): Promise<Rendition> {
  const { data, info } = await picture
    .resize({ width, withoutEnlargement: true })
    .webp(WEBP)
    .toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    width: info.width,
    height: info.height,
    sha256: await sha256Of(data),
    contentType: 'image/webp',
  };
}
