/**
 * How often a decoder must go through a JPEG. Each scan may be a few bytes long and still touch every
 * pixel: 240 kB of them kept libjpeg busy for a third of a second before libvips stopped it.
 *
 * Source: ITU-T T.81 annex B.
 */

/** Encoders write one to ten, and the busiest that is known about twenty. */
const MAX_SCANS = 50;
/** A file of nothing but markers would take a second. Whatever is behind so many is the decoder's. */
const MAX_LOOKS = 100_000;

/**
 * False when there are more scans than any encoder writes. Looks no further than the end of the picture,
 * and never for long: the decoder has limits of its own, and whether a picture is whole is for it to say.
 */
export function hasFewScans(bytes: Uint8Array): boolean {
  let scans = 0;
  let at = 2;
  for (let looks = 0; looks < MAX_LOOKS && scans <= MAX_SCANS; looks++) {
    // Between segments stray bytes are passed over, as libjpeg does; in a scan they are the picture.
    at = bytes.indexOf(0xff, at);
    const marker = at < 0 ? END : (bytes[at + 1] ?? END);
    if (marker === END) return true;
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else at += 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker === SCAN) scans += 1;
  }
  return scans <= MAX_SCANS;
}

const END = 0xd9;
const SCAN = 0xda;

/** Without a length behind it: stuffing, restarts and the start. */
const isBare = (marker: number) => marker < 0x02 || (marker >= 0xd0 && marker <= 0xd8);
