import { describe, expect, it } from 'vitest';
import type { Pixels } from './pixels.ts';
import { measureBlur } from './sharpness.ts';
import { painted } from './testing/pixels.ts';

const SIDE = 120;
const all = { left: 0, top: 0, width: SIDE, height: SIDE };
const stripes = (x: number, y: number) => (Math.floor(x / 13) + Math.floor(y / 17)) % 2;
const crisp = painted(SIDE, SIDE, (x, y) => 60 + 120 * stripes(x, y));

/** Averaged over so many pixels to either side, along one axis or both. */
function softened(picture: Pixels, acrossX: number, acrossY: number): Pixels {
  return painted(SIDE, SIDE, (x, y) => {
    let sum = 0;
    let count = 0;
    for (let dy = -acrossY; dy <= acrossY; dy++) {
      for (let dx = -acrossX; dx <= acrossX; dx++) {
        const at = 4 * (((y + dy + SIDE) % SIDE) * SIDE + ((x + dx + SIDE) % SIDE));
        sum += picture.data[at] ?? 0;
        count++;
      }
    }
    return sum / count;
  });
}

describe('blur', () => {
  it('grows the softer a picture is', () => {
    const steps = [0, 1, 2, 4].map((reach) => measureBlur(softened(crisp, reach, reach), all));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps[0]).toBeLessThan(0.3);
    expect(steps[3]).toBeGreaterThan(0.67);
  });

  it('notices a hand that shook in one direction only', () => {
    expect(measureBlur(softened(crisp, 4, 0), all)).toBeGreaterThan(0.67);
    expect(measureBlur(softened(crisp, 0, 4), all)).toBeGreaterThan(0.67);
  });

  it('is the same in the dark', () => {
    const dark = painted(SIDE, SIDE, (x, y) => 12 + 24 * stripes(x, y));
    expect(measureBlur(dark, all)).toBeCloseTo(measureBlur(crisp, all), 1);
  });

  it('is not seen on a plain surface, nor in a box without room', () => {
    expect(
      measureBlur(
        painted(SIDE, SIDE, () => 128),
        all,
      ),
    ).toBe(0);
    expect(measureBlur(crisp, { left: 5, top: 5, width: 3, height: 3 })).toBe(0);
  });
});
