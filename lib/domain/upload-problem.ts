import type { Size } from './picture-fit.ts';
import type { PictureHeader } from './picture-header.ts';

/**
 * Why a picture that somebody gave cannot be used. What a file's first bytes and its size give away is
 * judged here for both sides: the server refuses by it, and the device knows beforehand.
 */

export const uploadProblemCodes = [
  'empty',
  'too_large',
  'not_an_image',
  'unsupported_type',
  'unsupported_heic',
  'too_many_pixels',
  'too_small',
  'too_narrow',
  'broken',
] as const;

export type UploadProblemCode = (typeof uploadProblemCodes)[number];

/** Largest file that is read at all, in bytes. A 40-megapixel phone photo is about 15 MB. */
export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
/** Width × height. A bomb of a few kilobytes can claim billions. */
export const MAX_UPLOAD_PIXELS = 40_000_000;
/** Shorter side, in pixels: below this the provider's 768 × 1024 would be mostly invented. */
export const MIN_UPLOAD_SIDE = 256;
/** Longer side ÷ shorter side: a panorama or a long screenshot shows nobody from head to knee. */
export const MAX_UPLOAD_RATIO = 4;

/** Of a file that is none of the three kinds that are decoded, or only begins like one. */
export function headerProblem(
  header: Exclude<PictureHeader, { kind: 'picture' }>,
): UploadProblemCode {
  switch (header.kind) {
    case 'unknown':
      return 'not_an_image';
    case 'foreign':
      return header.format === 'heic' ? 'unsupported_heic' : 'unsupported_type';
    case 'damaged':
      return 'broken';
  }
}

/** @param leastSide the shorter side that is still accepted, in pixels */
export function shapeProblem(
  { width, height }: Size,
  leastSide: number = MIN_UPLOAD_SIDE,
): UploadProblemCode | null {
  const shorter = Math.min(width, height);
  if (shorter < leastSide) return 'too_small';
  return Math.max(width, height) > shorter * MAX_UPLOAD_RATIO ? 'too_narrow' : null;
}
