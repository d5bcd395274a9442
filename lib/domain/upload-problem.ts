/** Why a picture that somebody gave cannot be used, and the one sentence that person reads. */

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

const sentences: Record<UploadProblemCode, string> = {
  empty: 'The file is empty. Please choose the picture again.',
  too_large: 'The file is larger than 20 MB. Please choose a smaller picture.',
  not_an_image: 'This file is not a picture. Please choose a JPEG, PNG or WebP.',
  unsupported_type:
    'We cannot read this kind of picture. Please save it as JPEG, PNG or WebP and choose it again.',
  unsupported_heic:
    'This is an iPhone HEIC picture, which we cannot read yet. Send it to yourself as JPEG, or set Camera → Formats → Most Compatible and take it again.',
  too_many_pixels:
    'The picture has more than 40 megapixels. Please choose one with fewer, or a screenshot of it.',
  too_small:
    'The picture is too small. Please choose one that is at least 256 pixels wide and high.',
  too_narrow:
    'The picture is a very long strip. Please choose one in an ordinary format, best upright.',
  broken: 'The picture is damaged or did not arrive whole. Please choose it again, or another one.',
};

/** One plain sentence or two for the person who chose the file; never contains the file's name. */
export function uploadProblemText(code: UploadProblemCode): string {
  return sentences[code];
}
