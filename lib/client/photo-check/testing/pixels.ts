import type { Pixels } from '../pixels.ts';

/** A grey picture, `paint(x, y)` giving each pixel's brightness from 0 to 255. */
export function painted(
  width: number,
  height: number,
  paint: (x: number, y: number) => number,
): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let index = 0; index < width * height; index++) {
    const value = paint(index % width, Math.floor(index / width));
    data.set([value, value, value, 255], 4 * index);
  }
  return { width, height, data };
}
