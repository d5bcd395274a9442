import 'server-only';

import { MIN_UPLOAD_SIDE, type UploadProblemCode } from '#lib/domain/upload-problem.ts';
import { type CleanPicture, openPicture } from './decode-picture.ts';
import { decodeApart } from './decoder/decode-apart.ts';

export type ReadUpload = { ok: true; image: CleanPicture } | { ok: false; code: UploadProblemCode };

/** Longer side of what is kept, in pixels. */
const MAX_KEPT_SIDE = 2048;
const JPEG_QUALITY = 88;

/**
 * Turns a file that somebody uploaded into a picture that is safe to keep: upright, sRGB, at most
 * 2048 pixels a side, without EXIF, GPS, ICC or XMP. Whatever is wrong with the file is a code, whose
 * sentence is in `upload-problems.ts`.
 *
 * @throws DecoderUnavailable
 */
export async function readUpload(bytes: Uint8Array): Promise<ReadUpload> {
  const opened = openPicture(bytes, { leastSide: MIN_UPLOAD_SIDE });
  if (!opened.ok) return opened;
  const limits = { maxSide: MAX_KEPT_SIDE, quality: JPEG_QUALITY };
  const image = await decodeApart(opened.picture, limits);
  return image ? { ok: true, image } : { ok: false, code: 'broken' };
}
