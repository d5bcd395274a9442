import type { Region } from '#lib/domain/body-points.ts';
import type { Pixels } from './pixels.ts';

/** The side of the square that MoveNet Lightning reads. */
export const MODEL_SIDE = 192;

/** What lies outside of what is shown; mid grey looks like nothing in particular. */
const OUTSIDE = 128;
/** Pixels averaged in each direction for one of the model's; more changes nothing that it sees. */
const MOST_TAPS = 6;

/**
 * A square of the picture as the model reads it: R, G and B from 0 to 255 in rows, averaged over
 * the pixels that fall on one. Only what lies within `shown` is painted, the rest is grey.
 */
export function modelInput(pixels: Pixels, square: Region, shown: Region): Int32Array {
  const { width, height, data } = pixels;
  const scale = square.width / MODEL_SIDE;
  const taps = Math.min(MOST_TAPS, Math.max(1, Math.round(scale)));
  const columns = samples(square.left, scale, taps, shown.left, shown.left + shown.width, width);
  const rows = samples(square.top, scale, taps, shown.top, shown.top + shown.height, height);
  const input = new Int32Array(MODEL_SIDE * MODEL_SIDE * 3);
  const perPixel = taps * taps;
  for (let y = 0, to = 0; y < MODEL_SIDE; y++) {
    for (let x = 0; x < MODEL_SIDE; x++, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = 0; tap < perPixel; tap++) {
        const row = rows[y * taps + Math.floor(tap / taps)] ?? -1;
        const column = columns[x * taps + (tap % taps)] ?? -1;
        const inside = row >= 0 && column >= 0;
        const from = 4 * (row * width + column);
        red += inside ? (data[from] ?? OUTSIDE) : OUTSIDE;
        green += inside ? (data[from + 1] ?? OUTSIDE) : OUTSIDE;
        blue += inside ? (data[from + 2] ?? OUTSIDE) : OUTSIDE;
      }
      input[to] = Math.round(red / perPixel);
      input[to + 1] = Math.round(green / perPixel);
      input[to + 2] = Math.round(blue / perPixel);
    }
  }
  return input;
}

/** Which rows or columns are averaged, -1 for those that are not shown. */
function samples(
  start: number,
  scale: number,
  taps: number,
  shownFrom: number,
  shownTo: number,
  length: number,
): Int32Array {
  const [least, most] = [Math.max(0, shownFrom), Math.min(length, shownTo)];
  return Int32Array.from({ length: MODEL_SIDE * taps }, (_, index) => {
    const at = Math.floor(start + ((index + 0.5) / taps) * scale);
    return at < least || at >= most ? -1 : at;
  });
}
