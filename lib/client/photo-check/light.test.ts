import { describe, expect, it } from 'vitest';
import { measureLight, percentile } from './light.ts';
import { painted } from './testing/pixels.ts';

const person = { left: 40, top: 20, width: 20, height: 60 };
const inside = (x: number, y: number) => x >= 40 && x < 60 && y >= 20 && y < 80;

describe('light', () => {
  it('is told apart on the person and around her', () => {
    const picture = painted(100, 100, (x, y) => (inside(x, y) ? 30 : 240));
    expect(measureLight(picture, person)).toEqual({
      brightest: 240,
      personBrightest: 30,
      personBlownOut: 0,
      aroundMiddle: 240,
    });
  });

  it('counts what is blown out on the person alone', () => {
    const picture = painted(100, 100, (x, y) => (inside(x, y) && y < 35 ? 255 : 100));
    expect(measureLight(picture, person).personBlownOut).toBeCloseTo(0.25);
  });

  it('is nothing around a person who fills the picture', () => {
    const all = { left: -5, top: -5, width: 50, height: 50 };
    expect(
      measureLight(
        painted(10, 10, () => 90),
        all,
      ).aroundMiddle,
    ).toBe(0);
  });
});

describe('percentile', () => {
  it('is the value that so many do not exceed', () => {
    expect(percentile([1, 1, 1, 1], 0.5)).toBe(1);
    expect(percentile([0, 0, 9, 1], 0.95)).toBe(3);
    expect(percentile([], 0.5)).toBe(0);
  });
});
