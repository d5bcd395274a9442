import { describe, expect, it } from 'vitest';
import { createMask, type Mask } from './image.ts';
import {
  close,
  components,
  dilate,
  distanceTo,
  erode,
  fillHoles,
  largest,
  open,
} from './mask-ops.ts';

function box(x0: number, y0: number, x1: number, y1: number, mask = createMask(40, 30)): Mask {
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) mask.data[y * mask.width + x] = 1;
  return mask;
}

const size = (mask: Mask) => mask.data.reduce((sum, v) => sum + v, 0);

describe('masks', () => {
  it('measures the distance to what is inside, and to what is outside', () => {
    const mask = box(10, 10, 20, 20);
    expect(distanceTo(mask)[15 * 40 + 5]).toBe(5);
    expect(distanceTo(mask, false)[15 * 40 + 12]).toBe(3);
  });

  it('shrinks back to the same square what it has grown', () => {
    const mask = box(10, 10, 20, 20);
    expect(size(dilate(mask, 2))).toBeGreaterThan(size(mask));
    expect(size(erode(mask, 1))).toBe(64);
    expect(close(mask, 3).data).toEqual(mask.data);
  });

  it('treats the edge of the picture as inside when it erodes what touches it', () => {
    expect(size(erode(box(0, 0, 40, 30), 2))).toBe(1200);
  });

  it('opens slivers away and keeps the rest', () => {
    const mask = box(2, 25, 38, 26, box(10, 5, 22, 17));
    const opened = open(mask, 2);
    expect(opened.data[25 * 40 + 20]).toBe(0);
    expect(opened.data[10 * 40 + 15]).toBe(1);
  });

  it('finds separate areas and keeps the largest', () => {
    const mask = box(30, 20, 33, 23, box(5, 5, 15, 15));
    expect(
      components(mask)
        .sizes.slice(1)
        .sort((a, b) => a - b),
    ).toEqual([9, 100]);
    expect(size(largest(mask))).toBe(100);
  });

  it('fills small holes and leaves large ones', () => {
    const mask = box(5, 5, 25, 25);
    mask.data[10 * 40 + 10] = 0;
    for (let y = 15; y < 21; y++) for (let x = 12; x < 20; x++) mask.data[y * 40 + x] = 0;
    const filled = fillHoles(mask, 10);
    expect(filled.data[10 * 40 + 10]).toBe(1);
    expect(filled.data[17 * 40 + 15]).toBe(0);
  });
});
