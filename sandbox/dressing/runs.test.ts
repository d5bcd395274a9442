import { describe, expect, it } from 'vitest';
import { createMask, type Mask } from './image.ts';
import { distanceTo } from './mask-ops.ts';
import { findAreas, findRuns, paintAreas, paintGrown } from './runs.ts';

/** Blotches of several sizes, some of them across the picture's edge. */
function blotches(width: number, height: number): Mask {
  const mask = createMask(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const v = Math.sin(x * 0.31) * Math.cos(y * 0.23) + Math.sin((x + 2 * y) * 0.11);
      mask.data[y * width + x] = v > 0.7 ? 1 : 0;
    }
  }
  return mask;
}

describe('runs', () => {
  it('cover exactly what is inside, or exactly what is outside', () => {
    const mask = blotches(61, 47);
    const all = createMask(61, 47);
    paintAreas(findAreas(findRuns(mask)), () => true, all, 1);
    expect(all.data).toEqual(mask.data);
    const rest = createMask(61, 47);
    rest.data.fill(1);
    paintAreas(findAreas(findRuns(mask, false)), () => true, rest, 0);
    expect(rest.data).toEqual(mask.data);
  });

  it('join into one area round a hole, with its size and box', () => {
    const mask = createMask(20, 12);
    for (let y = 2; y < 10; y++) mask.data.fill(1, y * 20 + 3, y * 20 + 15);
    for (let y = 4; y < 8; y++) mask.data.fill(0, y * 20 + 6, y * 20 + 12);
    mask.data[11 * 20 + 19] = 1;
    expect(findAreas(findRuns(mask)).areas).toEqual([
      { size: 8 * 12 - 4 * 6, x0: 3, x1: 14, y0: 2, y1: 9 },
      { size: 1, x0: 19, x1: 19, y0: 11, y1: 11 },
    ]);
  });

  it('do not join across corners', () => {
    const mask = createMask(4, 4);
    mask.data[5] = mask.data[10] = 1;
    expect(findAreas(findRuns(mask)).areas).toHaveLength(2);
  });

  it('grow to where the distance says', () => {
    const mask = blotches(61, 47);
    for (const radius of [1, 1.5, 2.9, 4, 7]) {
      const grown = createMask(61, 47);
      paintGrown(findRuns(mask), radius, grown, 1);
      const expected = distanceTo(mask).map((d) => (d <= radius + 1e-4 ? 1 : 0));
      expect(Array.from(grown.data)).toEqual(Array.from(expected));
    }
  });
});
