import 'server-only';

import type { UploadProblemCode } from '#lib/domain/upload-problem.ts';
import { type CleanPicture, openPicture } from './decode-picture.ts';
import { decodeApart } from './decoder/decode-apart.ts';

export type ReadLook =
  | { ok: true; look: CleanPicture }
  /** The provider's answer is no usable picture; `code` says what was wrong with it. */
  | { ok: false; reason: 'result_unreadable'; code: UploadProblemCode };

/** The provider answers 768 × 1024; anything this small is a placeholder or an error icon. */
const MIN_LOOK_SIDE = 128;
/** Nothing the provider makes is larger; a picture that is gets smaller rather than refused. */
const MAX_LOOK_SIDE = 2048;
const JPEG_QUALITY = 92;

/**
 * Takes in the picture that the provider made: proves that it is one by decoding it, and keeps it
 * in its own size without metadata.
 *
 * @throws DecoderUnavailable
 */
export async function readLook(bytes: Uint8Array): Promise<ReadLook> {
  const opened = openPicture(bytes, { leastSide: MIN_LOOK_SIDE });
  if (!opened.ok) return { ok: false, reason: 'result_unreadable', code: opened.code };
  const limits = { maxSide: MAX_LOOK_SIDE, quality: JPEG_QUALITY, line: 'paid' } as const;
  const look = await decodeApart(opened.picture, limits);
  return look ? { ok: true, look } : { ok: false, reason: 'result_unreadable', code: 'broken' };
}
