import 'server-only';

import { hasFewScans } from '#lib/domain/jpeg-scans.ts';
import { readPictureHeader } from '#lib/domain/picture-header.ts';
import { keepVisiblePngChunks } from '#lib/domain/png-chunks.ts';
import {
  headerProblem,
  MAX_UPLOAD_BYTES,
  MAX_UPLOAD_PIXELS,
  shapeProblem,
  type UploadProblemCode,
} from '#lib/domain/upload-problem.ts';
import { sharp } from './guarded-sharp.ts';

/** A picture as we keep it: decoded once, encoded again, so nothing of the original file is left. */
export type CleanPicture = {
  bytes: Uint8Array;
  width: number;
  height: number;
  /** Of `bytes`, 64 hex digits. */
  sha256: string;
  contentType: 'image/jpeg';
};

/** One whose header was read and found acceptable; the rest may still turn out to be damaged. */
export type OpenedPicture = { decodable: Uint8Array; width: number; height: number };

export type PicturePipeline = ReturnType<typeof sharp>;

/** A picture under the pixel limit takes less than two; a crafted one may want minutes. */
const DECODE_SECONDS = 15;
const WHITE = '#ffffff';

/**
 * Looks at the header only: what it gives away is refused before anything is decoded, a bomb in
 * well under 10 ms. Never throws.
 * @param leastSide the shorter side that is still accepted, in pixels
 */
export function openPicture(
  bytes: Uint8Array,
  { leastSide }: { leastSide: number },
): { ok: true; picture: OpenedPicture } | { ok: false; code: UploadProblemCode } {
  if (bytes.length === 0) return { ok: false, code: 'empty' };
  if (bytes.length > MAX_UPLOAD_BYTES) return { ok: false, code: 'too_large' };

  const header = readPictureHeader(bytes);
  if (header.kind !== 'picture') return { ok: false, code: headerProblem(header) };
  const { width, height } = header;
  if (width * height > MAX_UPLOAD_PIXELS) return { ok: false, code: 'too_many_pixels' };
  const shape = shapeProblem(header, leastSide);
  if (shape) return { ok: false, code: shape };

  if (header.type === 'jpeg' && !hasFewScans(bytes)) return { ok: false, code: 'broken' };
  const decodable = header.type === 'png' ? keepVisiblePngChunks(bytes) : bytes;
  if (decodable === null) return { ok: false, code: 'broken' };
  return { ok: true, picture: { decodable, width, height } };
}

/**
 * Decodes upright, in sRGB, on white where it was transparent, the first frame where there were
 * several, and made smaller where a side is longer than `maxSide` pixels.
 *
 * An iPhone writes Display P3. Converting 12 megapixels took three times as long as all the rest, so
 * a large picture is made smaller first and handed on, with its profile, in a file of its own.
 * @throws when the picture turns out to be damaged
 */
export async function decodeWithin(
  { decodable, width, height }: OpenedPicture,
  maxSide: number,
): Promise<PicturePipeline> {
  const smaller = {
    width: maxSide,
    height: maxSide,
    fit: 'inside',
    withoutEnlargement: true,
  } as const;
  if (Math.max(width, height) > maxSide && (await hasRgbProfile(decodable))) {
    const reduced = await upright(decodable, { ignoreIcc: true })
      .resize(smaller)
      .keepIccProfile()
      .png({ compressionLevel: 0 })
      .toBuffer();
    return load(reduced).toColourspace('srgb');
  }
  return upright(decodable).toColourspace('srgb').resize(smaller);
}

async function hasRgbProfile(bytes: Uint8Array): Promise<boolean> {
  const { icc, space } = await load(bytes).metadata();
  return icc !== undefined && space === 'srgb';
}

function upright(bytes: Uint8Array, options: { ignoreIcc?: boolean } = {}): PicturePipeline {
  // Before anything else: the orientation is in the EXIF that the encoder then leaves out.
  return load(bytes, options).rotate().flatten({ background: WHITE });
}

/** sharp converts from the picture's own profile unless told not to, and keeps none of it. */
function load(bytes: Uint8Array, options: { ignoreIcc?: boolean } = {}): PicturePipeline {
  return sharp(bytes, {
    limitInputPixels: MAX_UPLOAD_PIXELS,
    // Stricter levels refuse harmless oddities that some phones write.
    failOn: 'truncated',
    ...options,
  }).timeout({ seconds: DECODE_SECONDS });
}

interface Encoding {
  /** Read by a machine and once: a third less work, for a twentieth more bytes. */
  inHaste?: boolean;
}

/** @throws when the picture turns out to be damaged */
export function toJpeg(
  pipeline: PicturePipeline,
  quality: number,
  { inHaste = false }: Encoding = {},
) {
  // At full colour resolution: a red seam on a white shirt is what people look at.
  return pipeline
    .jpeg({ quality, chromaSubsampling: '4:4:4', optimiseCoding: !inHaste })
    .toBuffer({ resolveWithObject: true });
}

/** @throws when the picture turns out to be damaged */
export async function encodeJpeg(
  pipeline: PicturePipeline,
  quality: number,
  encoding?: Encoding,
): Promise<CleanPicture> {
  const { data, info } = await toJpeg(pipeline, quality, encoding);
  return {
    bytes: data,
    width: info.width,
    height: info.height,
    sha256: await sha256Of(data),
    contentType: 'image/jpeg',
  };
}

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
