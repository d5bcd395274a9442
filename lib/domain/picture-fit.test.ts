import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitGarment,
  fitPerson,
  fitWhole,
  MAX_CUT_SHARE,
  type Margins,
  type PictureFit,
  PROVIDER_INPUT_SIZE,
  type Size,
} from './picture-fit.ts';

const size: fc.Arbitrary<Size> = fc.record({
  width: fc.integer({ min: 256, max: 4_000 }),
  height: fc.integer({ min: 256, max: 4_000 }),
});
const target = PROVIDER_INPUT_SIZE;

/** Margins that fit into the picture, as the measurement gives them. */
const sizeWithMargins = size.chain((source) => {
  const across = fc.integer({ min: 0, max: Math.floor(source.width * 0.4) });
  const down = fc.integer({ min: 0, max: Math.floor(source.height * 0.4) });
  const margins: fc.Arbitrary<Margins> = fc.record({
    left: across,
    right: across,
    top: down,
    bottom: down,
  });
  return fc.tuple(fc.constant(source), margins);
});

function stretch({ crop, scaled }: PictureFit): number {
  return Math.abs(scaled.width / crop.width / (scaled.height / crop.height) - 1);
}

/** What half a pixel on the shortest side that was rounded amounts to. */
function rounding({ crop, scaled }: PictureFit): number {
  return 0.51 / Math.min(crop.width, crop.height, scaled.width, scaled.height);
}

function expectInside(source: Size, fit: PictureFit): void {
  const { crop, scaled, left, top } = fit;
  expect(crop.left).toBeGreaterThanOrEqual(0);
  expect(crop.top).toBeGreaterThanOrEqual(0);
  expect(crop.left + crop.width).toBeLessThanOrEqual(source.width);
  expect(crop.top + crop.height).toBeLessThanOrEqual(source.height);
  expect(Math.min(crop.width, crop.height, scaled.width, scaled.height)).toBeGreaterThanOrEqual(1);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(left + scaled.width).toBeLessThanOrEqual(target.width);
  expect(top + scaled.height).toBeLessThanOrEqual(target.height);
  for (const value of [...Object.values(crop), ...Object.values(scaled), left, top]) {
    expect(Number.isInteger(value)).toBe(true);
  }
}

describe('fitWhole', () => {
  it('keeps everything, in the middle, touching two opposite sides, unstretched', () => {
    fc.assert(
      fc.property(size, (source) => {
        const fit = fitWhole(source, target);
        expectInside(source, fit);
        expect(fit.crop).toEqual({ left: 0, top: 0, ...source });
        const { scaled, left, top } = fit;
        expect(scaled.width === target.width || scaled.height === target.height).toBe(true);
        expect(Math.abs(target.width - scaled.width - 2 * left)).toBeLessThanOrEqual(1);
        expect(Math.abs(target.height - scaled.height - 2 * top)).toBeLessThanOrEqual(1);
        expect(stretch(fit)).toBeLessThanOrEqual(rounding(fit));
      }),
    );
  });
});

describe('fitPerson', () => {
  it('never stretches, never leaves the picture and never cuts off more than it may', () => {
    fc.assert(
      fc.property(sizeWithMargins, ([source, margins]) => {
        const fit = fitPerson(source, target, margins);
        expectInside(source, fit);
        expect(stretch(fit)).toBeLessThanOrEqual(rounding(fit));
        const kept = (fit.crop.width * fit.crop.height) / (source.width * source.height);
        expect(kept).toBeGreaterThanOrEqual(1 - MAX_CUT_SHARE - 0.002);
      }),
      { numRuns: 500 },
    );
  });

  it('either keeps everything or fills the target', () => {
    fc.assert(
      fc.property(sizeWithMargins, ([source, margins]) => {
        const { crop, scaled } = fitPerson(source, target, margins);
        const keepsAll = crop.width === source.width && crop.height === source.height;
        const fills = scaled.width === target.width && scaled.height === target.height;
        expect(keepsAll || fills).toBe(true);
      }),
    );
  });

  it('leaves a photo that is already 3:4 as it is', () => {
    const fit = fitPerson({ width: 1536, height: 2048 }, target);
    expect(fit).toEqual({
      crop: { left: 0, top: 0, width: 1536, height: 2048 },
      scaled: target,
      left: 0,
      top: 0,
    });
  });

  it('crops an ordinary camera photo of 2:3, less above than below', () => {
    const { crop } = fitPerson({ width: 1000, height: 1500 }, target);
    expect(crop).toEqual({ left: 0, top: 67, width: 1000, height: 1333 });
  });

  it('keeps all of a tall phone screen of 9:16, between strips', () => {
    const fit = fitPerson({ width: 1080, height: 1920 }, target);
    expect(fit).toMatchObject({ scaled: { width: 576, height: 1024 }, left: 96, top: 0 });
  });

  it('keeps all of a landscape photo', () => {
    expect(fitPerson({ width: 2000, height: 1500 }, target).crop.width).toBe(2000);
  });

  it('cuts into empty margins before it cuts into the person', () => {
    const source = { width: 1000, height: 1500 };
    const above = fitPerson(source, target, { left: 0, right: 0, top: 400, bottom: 0 });
    expect(above.crop).toMatchObject({ top: 167, height: 1333 });
    const below = fitPerson(source, target, { left: 0, right: 0, top: 0, bottom: 400 });
    expect(below.crop).toMatchObject({ top: 0, height: 1333 });
    const little = fitPerson(source, target, { left: 0, right: 0, top: 20, bottom: 50 });
    expect(little.crop.top).toBe(20 + Math.round(97 * 0.4));
  });
});

describe('fitGarment', () => {
  const withGarment = size.chain((source) =>
    fc
      .record({
        x: fc.integer({ min: 0, max: 70 }),
        y: fc.integer({ min: 0, max: 70 }),
        width: fc.integer({ min: 5, max: 100 }),
        height: fc.integer({ min: 5, max: 100 }),
      })
      .map(({ x, y, width, height }) => ({
        source,
        garment: {
          left: (source.width * x) / 100,
          top: (source.height * y) / 100,
          width: (source.width * Math.min(width, 100 - x)) / 100,
          height: (source.height * Math.min(height, 100 - y)) / 100,
        },
      })),
  );

  it('never cuts into the garment, never stretches it and never leaves the target', () => {
    fc.assert(
      fc.property(withGarment, ({ source, garment }) => {
        const fit = fitGarment(source, target, garment);
        expectInside(source, fit);
        expect(stretch(fit)).toBeLessThanOrEqual(2 * rounding(fit));
        const { crop } = fit;
        expect(crop.left).toBeLessThanOrEqual(garment.left + 1);
        expect(crop.top).toBeLessThanOrEqual(garment.top + 1);
        expect(crop.left + crop.width).toBeGreaterThanOrEqual(garment.left + garment.width - 1);
        expect(crop.top + crop.height).toBeGreaterThanOrEqual(garment.top + garment.height - 1);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves a picture of 3:4 that the garment fills as it is', () => {
    const source = { width: 1536, height: 2048 };
    const garment = { left: 200, top: 500, width: 1_180, height: 1_000 };
    expect(fitGarment(source, target, garment)).toEqual(fitWhole(source, target));
  });

  it('comes closer to a garment that is small in the frame, about its middle', () => {
    const source = { width: 3_000, height: 4_000 };
    const garment = { left: 2_000, top: 500, width: 600, height: 800 };
    const { crop } = fitGarment(source, target, garment);
    expect(crop.height).toBeLessThan(1_300);
    expect(Math.abs(crop.left + crop.width / 2 - 2_300)).toBeLessThanOrEqual(1);
    expect(Math.abs(crop.top + crop.height / 2 - 900)).toBeLessThanOrEqual(1);
  });

  it('adds ground where the picture ends, and keeps the garment in the middle', () => {
    const source = { width: 2_000, height: 1_000 };
    const garment = { left: 900, top: 100, width: 400, height: 800 };
    const { crop, top, scaled } = fitGarment(source, target, garment);
    expect(crop.width).toBeLessThan(1_000);
    expect(crop.height).toBe(1_000);
    expect(Math.abs(top - (target.height - scaled.height - top))).toBeLessThanOrEqual(1);
  });

  it('enlarges nothing to come closer by more than half again', () => {
    const source = { width: 768, height: 1_024 };
    const garment = { left: 350, top: 450, width: 60, height: 80 };
    const { crop, scaled } = fitGarment(source, target, garment);
    expect(scaled.height / crop.height).toBeLessThanOrEqual(1.51);
  });
});
