import { describe, expect, it } from 'vitest';
import { contrast, readRgb } from './contrast.ts';

describe('contrast', () => {
  it('is 21 for black on white, 1 for the same, and 4.54 for #767676 on white', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([9, 9, 9], [9, 9, 9])).toBe(1);
    expect(contrast([0x76, 0x76, 0x76], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });

  it('is read from what a browser computes', () => {
    expect(readRgb('rgb(47, 69, 156)')).toEqual([47, 69, 156]);
    expect(readRgb('rgba(33, 29, 25, 0.42)')).toEqual([33, 29, 25]);
    expect(readRgb('transparent')).toBeNull();
  });
});
