import { describe, expect, it } from 'vitest';
import { resample } from '../dressing/image.ts';
import { readSquare } from './movenet.ts';

describe('what the body model is shown', () => {
  const image = { width: 300, height: 400, data: new Uint8ClampedArray(300 * 400 * 4) };
  for (let i = 0; i < image.data.length; i++) image.data[i] = (i * 7919 + (i >> 5) * 31) & 255;

  it('is the square of the picture, averaged, with mid grey outside', () => {
    for (const [x0, y0, side] of [
      [-50, 0, 400],
      [20.4, 30.6, 150.2],
      [-700, -650, 1700],
    ] as const) {
      const square = readSquare(image, x0, y0, side);
      const slow = resample(image, x0, y0, side, side, 192, 192);
      let worst = 0;
      for (let i = 0; i < 192 * 192; i++) {
        for (let k = 0; k < 3; k++) {
          worst = Math.max(worst, Math.abs(square[i * 3 + k]! - slow.data[i * 4 + k]!));
        }
      }
      expect(worst).toBeLessThanOrEqual(1);
    }
  });
});
