/** Why a picture that somebody gave cannot be used. */

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
