/**
 * What the first bytes of a file say it is, before anything decodes it.
 *
 * - `picture`: a JPEG, PNG or WebP that names its size. The size is a claim: whoever decodes still
 *   sets a pixel limit.
 * - `damaged`: begins like one of the three, but the part that names the size is missing or absurd.
 * - `foreign`: another known format, which we refuse by name.
 * - `unknown`: nothing that we know.
 *
 * Never throws and looks at a bounded part of the file, so that a decompression bomb or a file made
 * of a million empty segments is refused in well under 10 ms.
 * Sources: ITU-T T.81 annex B (JPEG), W3C PNG third edition, RFC 9649 (WebP), ISO/IEC 14496-12 (ftyp).
 */

export type PictureType = 'jpeg' | 'png' | 'webp';

export type ForeignFormat =
  | 'gif'
  | 'tiff'
  | 'svg'
  | 'heic'
  | 'avif'
  | 'bmp'
  | 'psd'
  | 'jxl'
  | 'jp2'
  | 'pdf';

export type PictureHeader =
  | { kind: 'picture'; type: PictureType; width: number; height: number }
  | { kind: 'damaged'; type: PictureType }
  | { kind: 'foreign'; format: ForeignFormat }
  | { kind: 'unknown' };

/** A camera writes a few dozen segments before the frame header; more is an attack on the parser. */
const MAX_JPEG_SEGMENTS = 2_000;
/** Where a byte is skipped between segments libjpeg only warns; more than a little is not a JPEG. */
const MAX_JPEG_GARBAGE = 4_096;
const SVG_LOOK_AHEAD = 4_096;

const HEIC_BRANDS = new Set([
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'hevm',
  'hevs',
  'mif1',
  'msf1',
]);
const AVIF_BRANDS = new Set(['avif', 'avis']);

const FOREIGN_SIGNATURES: readonly { format: ForeignFormat; bytes: readonly number[] }[] = [
  { format: 'gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { format: 'tiff', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { format: 'tiff', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { format: 'tiff', bytes: [0x49, 0x49, 0x2b, 0x00] },
  { format: 'tiff', bytes: [0x4d, 0x4d, 0x00, 0x2b] },
  { format: 'bmp', bytes: [0x42, 0x4d] },
  { format: 'psd', bytes: [0x38, 0x42, 0x50, 0x53] },
  { format: 'jxl', bytes: [0xff, 0x0a] },
  { format: 'jxl', bytes: [0x00, 0x00, 0x00, 0x0c, 0x4a, 0x58, 0x4c, 0x20] },
  { format: 'jp2', bytes: [0x00, 0x00, 0x00, 0x0c, 0x6a, 0x50, 0x20, 0x20] },
  { format: 'jp2', bytes: [0xff, 0x4f, 0xff, 0x51] },
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
];

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return sized('jpeg', readJpegSize(bytes));
  if (startsWith(bytes, PNG_SIGNATURE)) return sized('png', readPngSize(bytes));
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP') {
    return sized('webp', readWebpSize(bytes));
  }
  if (text(bytes, 4, 8) === 'ftyp') return readFileTypeBox(bytes);
  for (const { format, bytes: signature } of FOREIGN_SIGNATURES) {
    if (startsWith(bytes, signature)) return { kind: 'foreign', format };
  }
  return looksLikeSvg(bytes) ? { kind: 'foreign', format: 'svg' } : { kind: 'unknown' };
}

type Size = { width: number; height: number };

function sized(type: PictureType, size: Size | null): PictureHeader {
  if (size === null || size.width < 1 || size.height < 1) return { kind: 'damaged', type };
  return { kind: 'picture', type, ...size };
}

function readJpegSize(bytes: Uint8Array): Size | null {
  let offset = 2;
  let garbage = 0;
  for (let segment = 0; segment < MAX_JPEG_SEGMENTS; segment++) {
    while (offset < bytes.length && bytes[offset] !== 0xff) {
      offset++;
      if (++garbage > MAX_JPEG_GARBAGE) return null;
    }
    while (bytes[offset] === 0xff) {
      offset++;
      if (++garbage > MAX_JPEG_GARBAGE) return null;
    }
    const marker = bytes[offset++];
    if (marker === undefined) return null;
    const standsAlone = marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (standsAlone) continue;
    const startOrEndOrScan = marker >= 0xd8 && marker <= 0xda;
    if (startOrEndOrScan) return null;
    const length = uint16(bytes, offset);
    if (length === null || length < 2) return null;
    if (isFrameHeader(marker)) {
      const height = uint16(bytes, offset + 3);
      const width = uint16(bytes, offset + 5);
      return width === null || height === null ? null : { width, height };
    }
    offset += length;
  }
  return null;
}

/** SOF0–SOF15, without the three codes in that range that mean tables or extensions. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readPngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 33 || text(bytes, 12, 16) !== 'IHDR') return null;
  const view = viewOf(bytes);
  if (view.getUint32(8) !== 13) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function readWebpSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const view = viewOf(bytes);
  switch (text(bytes, 12, 16)) {
    case 'VP8 ':
      if (bytes[23] !== 0x9d || bytes[24] !== 0x01 || bytes[25] !== 0x2a) return null;
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return null;
      const packed = view.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return null;
  }
}

function readFileTypeBox(bytes: Uint8Array): PictureHeader {
  const brand = text(bytes, 8, 12);
  if (AVIF_BRANDS.has(brand)) return { kind: 'foreign', format: 'avif' };
  if (HEIC_BRANDS.has(brand)) {
    // mif1 is the container's own brand: AVIF files carry it too, and name themselves further on.
    const compatible = text(bytes, 16, 48);
    return { kind: 'foreign', format: compatible.includes('avif') ? 'avif' : 'heic' };
  }
  return { kind: 'unknown' };
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const opening = text(bytes, 0, SVG_LOOK_AHEAD).replace(/^\u00ef\u00bb\u00bf/, '');
  return /^\s*</.test(opening) && /<svg[\s>/]/i.test(opening);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}

/** Latin-1, so that every byte is one character and nothing can fail. */
function text(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function uint16(bytes: Uint8Array, offset: number): number | null {
  const high = bytes[offset];
  const low = bytes[offset + 1];
  return high === undefined || low === undefined ? null : high * 256 + low;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
