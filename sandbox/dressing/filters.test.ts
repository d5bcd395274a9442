import { describe, expect, it } from 'vitest';
import { blur, boxBlur, enlarge, mean3, shrink, spread } from './filters.ts';

const W = 50;
const H = 40;

function plane(value: (x: number, y: number) => number): Float32Array {
  return Float32Array.from({ length: W * H }, (_, i) => value(i % W, Math.floor(i / W)));
}

/** The mean of a square, the border repeated, as slowly as it is defined. */
function squareMean(src: Float32Array, x: number, y: number, r: number): number {
  let sum = 0;
  for (let dy = -r; dy <= r; dy++) {
    for (let dx = -r; dx <= r; dx++) {
      const px = Math.min(W - 1, Math.max(0, x + dx));
      const py = Math.min(H - 1, Math.max(0, y + dy));
      sum += src[py * W + px]!;
    }
  }
  return sum / (2 * r + 1) ** 2;
}

const wavy = plane((x, y) => 10 * Math.sin(x * 0.7) + y * 0.3 + ((x * 7 + y * 3) % 5));

describe('filters', () => {
  it('average squares, at the border too', () => {
    const three = mean3(wavy, W, H);
    const seven = boxBlur(wavy, W, H, 3);
    for (const [x, y] of [
      [0, 0],
      [1, 5],
      [25, 20],
      [W - 1, H - 1],
      [W - 2, 0],
    ] as const) {
      expect(three[y * W + x]).toBeCloseTo(squareMean(wavy, x, y, 1), 3);
      expect(seven[y * W + x]).toBeCloseTo(squareMean(wavy, x, y, 3), 3);
    }
  });

  it('average a small thing on an even plane as they average a busy one', () => {
    const dot = plane((x, y) => (x >= 10 && x < 14 && y >= 30 && y < 39 ? 9 : 4));
    const out = boxBlur(dot, W, H, 2);
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) expect(out[y * W + x]).toBeCloseTo(squareMean(dot, x, y, 2), 4);
    }
  });

  it('keep an even plane even and what is on it in weight', () => {
    expect(
      new Set(
        blur(
          plane(() => 3),
          W,
          H,
          2,
        ),
      ),
    ).toEqual(new Set([3]));
    const dot = plane((x, y) => (x === 25 && y === 20 ? 1 : 0));
    for (const sigma of [0.8, 1, 2, 3]) {
      const out = blur(dot, W, H, sigma);
      expect(out.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 3);
      expect(out[20 * W + 22]).toBeCloseTo(out[20 * W + 28]!, 5);
      expect(out[20 * W + 25]).toBe(Math.max(...out));
    }
  });

  it('give a slope back after shrinking and enlarging it', () => {
    const slope = plane((x, y) => 2 * x - y);
    const small = shrink(slope, W, H, 4);
    expect([small.width, small.height]).toEqual([13, 10]);
    const back = enlarge(small.data, small.width, small.height, 4, W, H);
    for (let y = 4; y < H - 4; y++) {
      for (let x = 4; x < 44; x++) expect(back[y * W + x]).toBeCloseTo(2 * x - y, 3);
    }
  });

  it('spread what is known over what is not, and leave the known alone', () => {
    const weight = plane((x) => (x < 10 || x >= 40 ? 1 : 0));
    const [out] = spread([plane((x) => (x < 10 ? 20 : x >= 40 ? 80 : -999))], weight, W, H);
    expect(out![20 * W + 5]).toBe(20);
    expect(out![20 * W + 45]).toBe(80);
    expect(Math.min(...out!)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...out!)).toBeLessThanOrEqual(80);
    expect(out![20 * W + 15]).toBeLessThan(out![20 * W + 35]!);
  });
});
