import { blurEffect } from '#lib/domain/blur-effect.ts';
import { type Box, boxWithin, lumaOf, type Pixels } from './pixels.ts';

/** How blurred the part of the picture in `box` is: 0 is crisp, 1 has nothing left to lose. */
export function measureBlur(pixels: Pixels, box: Box): number {
  const within = boxWithin(pixels, box);
  return blurEffect({
    data: lumaOf(pixels, within),
    width: within.width,
    height: within.height,
  });
}
