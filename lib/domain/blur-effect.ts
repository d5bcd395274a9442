/** Brightness in rows, one value a pixel. */
export interface Luma {
  data: Float32Array;
  width: number;
  height: number;
}

/** Half the width of the second blur: nine pixels in all. */
const REACH = 4;

/**
 * How blurred a picture is: 0 is crisp, 1 has nothing left to lose. It is blurred once more, and what
 * that takes away is compared with what was there: a crisp edge loses much, a soft one little. Unlike
 * the variance of the Laplacian this hardly depends on how dark the photo or how plain the cloth is,
 * and the worse of the two directions tells of a shaken hand.
 * Source: Crete et al., The Blur Effect, SPIE 6492 (2007).
 */
export function blurEffect({ data, width, height }: Luma): number {
  return Math.max(
    blurAlong(data, { lines: height, lineStep: width, length: width, step: 1 }),
    blurAlong(data, { lines: width, lineStep: 1, length: height, step: width }),
  );
}

interface Direction {
  lines: number;
  lineStep: number;
  length: number;
  step: number;
}

function blurAlong(luma: Float32Array, { lines, lineStep, length, step }: Direction): number {
  const taps = 2 * REACH + 1;
  let before = 0;
  let lost = 0;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const at = (index: number) => luma[start + index * step] ?? 0;
    for (let i = REACH + 1; i < length - REACH; i++) {
      const sharp = Math.abs(at(i) - at(i - 1));
      // Two neighbouring averages of nine share eight pixels, so their difference is that of the ends.
      const soft = Math.abs(at(i + REACH) - at(i - 1 - REACH)) / taps;
      before += sharp;
      lost += Math.max(0, sharp - soft);
    }
  }
  // Nothing changes anywhere: a plain surface, about which nothing can be said.
  return before === 0 ? 0 : (before - lost) / before;
}
