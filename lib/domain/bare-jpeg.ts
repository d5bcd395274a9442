import type { Size } from './picture-fit.ts';

/**
 * Whether a file is a JPEG of this size and of nothing else: the parts that a decoder needs, one scan,
 * and an end where the file ends. No EXIF, no profile, no comment, no thumbnail, nothing after it.
 *
 * Source: ITU-T T.81 annex B.
 */
export function isBareJpeg(bytes: Uint8Array, { width, height }: Size): boolean {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return false;
  let framed = false;
  for (let offset = 2; ; ) {
    if (bytes[offset] !== 0xff) return false;
    const marker = bytes[offset + 1] ?? 0;
    const length = uint16(bytes, offset + 2);
    if (length < 2 || !BARE.has(marker)) return false;
    if (marker === JFIF && length !== JFIF_LENGTH) return false;
    if (marker === FRAME) {
      if (framed || uint16(bytes, offset + 5) !== height) return false;
      if (uint16(bytes, offset + 7) !== width) return false;
      framed = true;
    }
    offset += 2 + length;
    if (marker === SCAN) return framed && endsAtEnd(bytes, offset);
  }
}

const FRAME = 0xc0;
const SCAN = 0xda;
const JFIF = 0xe0;
/** Longer ones hold a thumbnail. */
const JFIF_LENGTH = 16;
/** JFIF, quantisation, frame, Huffman tables, restart interval, scan. */
const BARE = new Set([JFIF, 0xdb, FRAME, 0xc4, 0xdd, SCAN]);

/** Whether the first marker in the scan that is neither stuffing nor a restart ends the file. */
function endsAtEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1];
    if (next === 0x00 || (next !== undefined && next >= 0xd0 && next <= 0xd7)) continue;
    return next === 0xd9 && at + 2 === bytes.length;
  }
  return false;
}

/** −1 where there is none. */
function uint16(bytes: Uint8Array, offset: number): number {
  const high = bytes[offset];
  const low = bytes[offset + 1];
  return high === undefined || low === undefined ? -1 : high * 256 + low;
}
