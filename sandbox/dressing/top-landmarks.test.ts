import { describe, expect, it } from 'vitest';
import { createMask, type Mask, mix } from './image.ts';
import { readTop } from './top-landmarks.ts';

const WIDTH = 240;
const HEIGHT = 320;

/** A garment drawn row by row: `halfAt` gives half its width, or 0 where it is not. */
function garment(halfAt: (y: number) => number, more?: (x: number, y: number) => boolean): Mask {
  const mask = createMask(WIDTH, HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    const half = halfAt(y);
    for (let x = 0; x < WIDTH; x++) {
      if (Math.abs(x - 120) < half || more?.(x, y)) mask.data[y * WIDTH + x] = 1;
    }
  }
  return mask;
}

const noEdges = new Float32Array(WIDTH * HEIGHT);

/** A sleeveless dress: a bodice of equal width, and from row 150 on a skirt that flares. */
const dress = garment((y) => {
  if (y < 30 || y > 300) return 0;
  if (y < 50) return mix(26, 42, (y - 30) / 20);
  return y < 150 ? 42 : mix(42, 95, (y - 150) / 150);
});

/** A T-shirt: sleeves as arms of a T, to row 110. */
const tee = garment(
  (y) => (y < 40 || y > 240 ? 0 : y < 50 ? mix(30, 55, (y - 40) / 10) : 55),
  (x, y) => y >= 50 && y < 110 && Math.abs(x - 120) < 100,
);

describe('the landmarks of a dress', () => {
  const marks = readTop(dress, noEdges, true);

  it('follow the flare of its skirt from the waist on', () => {
    for (let y = 130; y < 290; y += 10) {
      const half = ((marks.right[y] ?? 0) - (marks.left[y] ?? 0)) / 2;
      const drawn = y < 150 ? 42 : mix(42, 95, (y - 150) / 150);
      expect(Math.abs(half - drawn), `row ${y}`).toBeLessThan(4);
    }
  });

  it('know that there are no sleeves', () => {
    expect(marks.sleeves).toEqual({ left: null, right: null });
    expect(marks.armpit.left.x).toBeLessThan(marks.armpit.right.x);
  });
});

describe('the landmarks of a T-shirt', () => {
  const marks = readTop(tee, noEdges, false);

  it('find the armpits under the sleeves, and leave the sleeves out of the trunk', () => {
    expect(Math.abs(marks.armpit.left.y - 110)).toBeLessThan(12);
    expect(Math.abs(marks.armpit.left.x - 65)).toBeLessThan(8);
    expect(Math.abs(marks.armpit.right.x - 175)).toBeLessThan(8);
    for (let y = 120; y < 230; y += 10) {
      expect(Math.abs((marks.left[y] ?? 0) - 66), `row ${y}`).toBeLessThan(5);
    }
  });

  it('find both sleeves, as mirror images of each other', () => {
    const { left, right } = marks.sleeves;
    expect(left && right).toBeTruthy();
    expect(Math.abs((left?.length ?? 0) - (right?.length ?? 0))).toBeLessThan(8);
    expect(left?.path.at(-1)?.x).toBeLessThan(60);
    expect(right?.path.at(-1)?.x).toBeGreaterThan(180);
  });

  it('take the hem where the cloth ends', () => {
    expect(Math.abs(marks.hem - 240)).toBeLessThan(3);
  });
});
