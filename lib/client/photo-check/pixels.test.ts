import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxWithin, lumaOf } from './pixels.ts';
import { painted } from './testing/pixels.ts';

describe('the part of a box that lies in the picture', () => {
  it('is in it, and at least a pixel, whatever the box', () => {
    const side = fc.integer({ min: 1, max: 100 });
    const anywhere = fc.double({ min: -300, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ width: side, height: side }),
        fc.record({ left: anywhere, top: anywhere, width: anywhere, height: anywhere }),
        (picture, box) => {
          const { left, top, width, height } = boxWithin(picture, box);
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(Math.min(width, height)).toBeGreaterThanOrEqual(1);
          expect(left + width).toBeLessThanOrEqual(picture.width);
          expect(top + height).toBeLessThanOrEqual(picture.height);
        },
      ),
    );
  });
});

describe('brightness', () => {
  it('is that of the box, in rows', () => {
    const picture = painted(4, 3, (x, y) => 10 * x + y);
    const luma = lumaOf(picture, { left: 1, top: 1, width: 2, height: 2 });
    expect([...luma].map(Math.round)).toEqual([11, 21, 12, 22]);
  });

  it('weighs green most and blue least', () => {
    const data = new Uint8ClampedArray([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);
    const whole = { left: 0, top: 0, width: 3, height: 1 };
    const [red = 0, green = 0, blue = 0] = lumaOf({ width: 3, height: 1, data }, whole);
    expect(green).toBeGreaterThan(red);
    expect(red).toBeGreaterThan(blue);
  });
});
