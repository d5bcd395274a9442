import type { UploadProblemCode } from '#lib/domain/upload-problem.ts';

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
