/**
 * The chunks of a PNG that decide how it looks, and nothing else.
 *
 * A PNG may carry any number of compressed text chunks, and libpng inflates each (up to 8 MB) while
 * it opens the file, whatever the pixel limit: a 770 kB file with a hundred of them took 2.3 GB and
 * seven seconds. Text is never shown, so it is left out before the decoder sees the file.
 */

/** Beyond these a chunk is dropped; `eXIf` stays because it may say which way is up. */
const KEPT = new Set(
  ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'eXIf'].map(
    codeOf,
  ),
);
const END = codeOf('IEND');

/** An encoder writes IDAT chunks of 8 kB and more; a file of empty chunks only costs time. */
const MAX_CHUNKS = 20_000;
const SIGNATURE_LENGTH = 8;
const CHUNK_OVERHEAD = 12;

/**
 * The same picture without its other chunks, and without whatever follows `IEND`.
 * `null` when the chunks do not add up to a whole file (truncated, or not a PNG).
 */
export function keepVisiblePngChunks(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE_LENGTH)];
  let offset = SIGNATURE_LENGTH;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    if (offset + CHUNK_OVERHEAD > bytes.length) return null;
    const length = view.getUint32(offset);
    const end = offset + CHUNK_OVERHEAD + length;
    if (end > bytes.length) return null;
    const type = view.getUint32(offset + 4);
    if (KEPT.has(type)) parts.push(bytes.subarray(offset, end));
    if (type === END) return concatenate(parts);
    offset = end;
  }
  return null;
}

/** The four letters as the number that they are in the file. */
function codeOf(type: string): number {
  return [...type].reduce((code, letter) => code * 256 + letter.charCodeAt(0), 0);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
