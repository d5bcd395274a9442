import { describe, expect, it } from 'vitest';
import { toLab, writeRgb } from './lab.ts';

const lab = (...rgb: number[]) => {
  const { L, a, b } = toLab({
    width: 1,
    height: 1,
    data: new Uint8ClampedArray([...rgb, 255]),
  });
  return [L[0]!, a[0]!, b[0]!] as const;
};

describe('Lab', () => {
  it('has the values of the standard', () => {
    for (const [rgb, expected] of [
      [
        [255, 255, 255],
        [100, 0, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 0],
      ],
      [
        [255, 0, 0],
        [53.24, 80.09, 67.2],
      ],
      [
        [0, 255, 0],
        [87.73, -86.18, 83.18],
      ],
      [
        [0, 0, 255],
        [32.3, 79.19, -107.86],
      ],
      [
        [119, 119, 119],
        [50.03, 0, 0],
      ],
    ] as const) {
      const got = lab(...rgb);
      for (let k = 0; k < 3; k++) expect(Math.abs(got[k]! - expected[k]!)).toBeLessThan(0.15);
    }
  });

  it('comes back as the bytes that it was made of', () => {
    const out = new Uint8ClampedArray(4);
    for (let v = 0; v < 4096; v += 7) {
      const rgb = [(v & 15) * 17, ((v >> 4) & 15) * 17, (v >> 8) * 17];
      const [L, a, b] = lab(...rgb);
      writeRgb(L, a, b, out, 0);
      for (let k = 0; k < 3; k++) expect(Math.abs(out[k]! - rgb[k]!)).toBeLessThanOrEqual(1);
    }
  });
});
