import 'server-only';

import { KEPT_SIDE, type UploadUse } from '#lib/domain/kept-side.ts';
import { MIN_UPLOAD_SIDE, type UploadProblemCode } from '#lib/domain/upload-problem.ts';
import { type CleanPicture, openPicture } from './decode-picture.ts';
import { decodeApart } from './decoder/decode-apart.ts';

export type ReadUpload = { ok: true; image: CleanPicture } | { ok: false; code: UploadProblemCode };

const JPEG_QUALITY = 88;

/**
 * Turns a file that somebody uploaded into a picture that is safe to keep: upright, sRGB, as large
 * as its use needs (`kept-side.ts`), without EXIF, GPS, ICC or XMP. Whatever is wrong with the file is a code, whose
 * sentence is in `upload-problems.ts`.
 *
 * @throws DecoderUnavailable
 */
export async function readUpload(bytes: Uint8Array, use: UploadUse): Promise<ReadUpload> {
  const opened = openPicture(bytes, { leastSide: MIN_UPLOAD_SIDE });
  if (!opened.ok) return opened;
  const limits = { maxSide: KEPT_SIDE[use], quality: JPEG_QUALITY };
  const image = await decodeApart(opened.picture, limits);
  return image ? { ok: true, image } : { ok: false, code: 'broken' };
}
