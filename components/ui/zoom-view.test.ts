import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitInside, MOST_ZOOM, moveBy, WHOLE, zoomTo } from './zoom-view.ts';

const frame = { width: 400, height: 800 };
const fitted = fitInside({ width: 768, height: 1024 }, frame);
const size = fc.integer({ min: 100, max: 3000 });
const extent = fc.record({ width: size, height: size });
const shift = fc.integer({ min: -5000, max: 5000 });
const point = fc.record({ x: shift, y: shift });

describe('a picture in its frame', () => {
  it('is whole and not stretched at first', () => {
    expect(fitted.width).toBeCloseTo(400);
    expect(fitted.height).toBeCloseTo(533.33, 1);
  });

  it('keeps the spot under the finger where it is', () => {
    const at = { x: 100, y: -50 };
    const view = zoomTo(WHOLE, 4, at, fitted, frame);
    // The spot was 100 right of the middle and is now four times as far from the picture's middle.
    expect(view.x + 4 * 100).toBeCloseTo(at.x);
    expect(view.y + 4 * -50).toBeCloseTo(at.y);
  });

  it('comes back to the middle when it is whole again', () => {
    const near = zoomTo(WHOLE, 3, { x: 150, y: 200 }, fitted, frame);
    const { scale, x, y } = zoomTo(near, 1, { x: -20, y: 10 }, fitted, frame);
    expect([scale, Math.abs(x), Math.abs(y)]).toEqual([1, 0, 0]);
  });

  it('is never moved out of sight, whatever is done with it', () => {
    fc.assert(
      fc.property(
        extent,
        extent,
        fc.array(fc.tuple(point, fc.double({ min: 0.1, max: 9, noNaN: true }), point)),
        (picture, space, steps) => {
          const whole = fitInside(picture, space);
          let view = WHOLE;
          for (const [at, scale, by] of steps) {
            view = moveBy(zoomTo(view, scale, at, whole, space), by, whole, space);
          }
          const aside = Math.max(0, (whole.width * view.scale - space.width) / 2);
          expect(Math.abs(view.x)).toBeLessThanOrEqual(aside + 1e-6);
          expect(view.scale).toBeGreaterThanOrEqual(1);
          expect(view.scale).toBeLessThanOrEqual(MOST_ZOOM);
        },
      ),
    );
  });
});
