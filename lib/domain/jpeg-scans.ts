/**
 * How often a decoder must go through a JPEG. Each scan may be a few bytes long and still touch every
 * pixel: 240 kB of them kept libjpeg busy for a third of a second before libvips stopped it.
 *
 * Source: ITU-T T.81 annex B.
 */

/** Encoders write one to ten, and the busiest that is known about twenty. */
const MAX_SCANS = 50;

/**
 * False when there are more scans than any encoder writes. Looks no further than the end of the picture
 * or the first thing that is no segment: whether it is whole is for the decoder to say.
 */
export function hasFewScans(bytes: Uint8Array): boolean {
  let scans = 0;
  for (let at = 2; at + 4 <= bytes.length && scans <= MAX_SCANS; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || isBare(marker)) {
      // Padding, or a stray byte, which libjpeg passes over as well.
      at = nextMarker(bytes, at + 1);
      continue;
    }
    if (marker === END) return true;
    at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker !== SCAN) continue;
    scans += 1;
    at = nextMarker(bytes, at);
  }
  return scans <= MAX_SCANS;
}

const END = 0xd9;
const SCAN = 0xda;

/** Without a length behind it: stuffing, padding, restarts and the start. */
function isBare(marker: number | undefined): boolean {
  return (
    marker === undefined || marker < 0x02 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)
  );
}

function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (!isBare(bytes[at + 1])) return at;
  }
  return bytes.length;
}
