import 'server-only';

import { MIN_UPLOAD_SIDE, type UploadProblemCode } from '#lib/domain/upload-problem.ts';
import { type CleanPicture, decodeWithin, encodeJpeg, openPicture } from './decode-picture.ts';

export type ReadUpload = { ok: true; image: CleanPicture } | { ok: false; code: UploadProblemCode };

/** Longer side of what is kept, in pixels. */
const MAX_KEPT_SIDE = 2048;
const JPEG_QUALITY = 88;

/**
 * Turns a file that somebody uploaded into a picture that is safe to keep: upright, sRGB, at most
 * 2048 pixels a side, without EXIF, GPS, ICC or XMP. Never throws: whatever is wrong with the file
 * is a code, whose sentence is in `upload-problem.ts`.
 */
export async function readUpload(bytes: Uint8Array): Promise<ReadUpload> {
  const opened = openPicture(bytes, { leastSide: MIN_UPLOAD_SIDE });
  if (!opened.ok) return opened;
  try {
    const pipeline = await decodeWithin(opened.picture, MAX_KEPT_SIDE);
    return { ok: true, image: await encodeJpeg(pipeline, JPEG_QUALITY) };
  } catch {
    return { ok: false, code: 'broken' };
  }
}
