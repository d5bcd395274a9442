import { describe, expect, it } from 'vitest';
import { drawCapsule, drawPolygon } from './frame.ts';
import { cutOut } from './garment-mask.ts';
import { createMask, type Mask } from './image.ts';
import { toLab } from './lab.ts';
import { combine, dilate, erode } from './mask-ops.ts';
import { astray, paint, type Rgb, rectangle, wall } from './test-pictures.ts';

const W = 384;
const H = 512;
const WHITE: Rgb = [240, 238, 236];

/** A short-sleeved top, laid flat. */
function top(): Mask {
  const mask = createMask(W, H);
  drawPolygon(mask, [
    { x: 130, y: 120 },
    { x: 254, y: 120 },
    { x: 250, y: 380 },
    { x: 134, y: 380 },
  ]);
  drawCapsule(mask, { x: 140, y: 140 }, { x: 85, y: 215 }, 24);
  drawCapsule(mask, { x: 244, y: 140 }, { x: 299, y: 215 }, 24);
  return mask;
}

describe('cutting a garment out', () => {
  it('follows the outline of a coloured garment to the pixel', () => {
    const image = wall(W, H, WHITE);
    paint(image, top(), [180, 90, 60]);
    expect(astray(cutOut(toLab(image)).mask, top(), 2)).toBe(0);
  });

  it('leaves the drop shadow behind', () => {
    const shadow = (x: number, y: number) =>
      1 - 0.13 * Math.exp(-(((x - 210) / 75) ** 2) - ((y - 300) / 95) ** 2);
    const image = wall(W, H, WHITE, shadow);
    paint(image, top(), [40, 60, 120]);
    expect(astray(cutOut(toLab(image)).mask, top(), 2)).toBe(0);
  });

  it('finds white on white by its faint outline', () => {
    const image = wall(W, H, WHITE);
    paint(image, top(), [236, 234, 233]);
    const line = combine(top(), erode(top(), 2), (a, b) => a && !b);
    paint(image, line, [216, 214, 213]);
    expect(astray(cutOut(toLab(image)).mask, top(), 6)).toBe(0);
  });

  it('mends the side that melts into the ground after the other one', () => {
    const image = wall(W, H, WHITE);
    paint(image, top(), [218, 216, 215]);
    const line = combine(top(), erode(top(), 2), (a, b) => a && !b);
    paint(image, line, [200, 198, 197]);
    const lost = rectangle(createMask(W, H), 238, 270, 260, 330);
    paint(
      image,
      combine(top(), lost, (a, b) => a && b),
      WHITE,
    );
    expect(astray(cutOut(toLab(image)).mask, top(), 6)).toBe(0);
  });

  it('keeps white stripes whole to the edge, without a white rim round them', () => {
    const image = wall(W, H, WHITE);
    paint(image, top(), [222, 220, 216]);
    const stripes = createMask(W, H);
    for (let y = 110; y < 400; y += 20) rectangle(stripes, 0, y, W, y + 9);
    paint(
      image,
      combine(top(), stripes, (a, b) => a && b),
      [30, 30, 60],
    );
    const { mask } = cutOut(toLab(image));
    expect(astray(mask, top(), 2)).toBeLessThan(30);
    const beyond = combine(mask, dilate(top(), 2), (a, b) => a && !b);
    expect(beyond.data.reduce((sum, v) => sum + v, 0)).toBeLessThan(5);
  });

  it('fills a speck of the ground inside and leaves the gap between two legs', () => {
    const image = wall(W, H, WHITE);
    const legs = rectangle(rectangle(createMask(W, H), 130, 80, 250, 440), 180, 160, 200, 440, 0);
    paint(image, legs, [70, 80, 110]);
    paint(image, rectangle(createMask(W, H), 150, 200, 154, 204), WHITE);
    const { mask } = cutOut(toLab(image));
    expect(mask.data[202 * W + 152]).toBe(1);
    expect(mask.data[300 * W + 190]).toBe(0);
    expect(astray(mask, legs, 2)).toBe(0);
  });

  it('is soft inward of the edge only', () => {
    const image = wall(W, H, WHITE);
    paint(image, top(), [180, 90, 60]);
    const { mask, alpha } = cutOut(toLab(image));
    const deep = erode(mask, 3);
    let soft = 0;
    alpha.forEach((a, i) => {
      if (mask.data[i] === 0) expect(a).toBe(0);
      else if (deep.data[i] !== 0) expect(a).toBeCloseTo(1, 3);
      else if (a < 1) soft++;
    });
    expect(soft).toBeGreaterThan(500);
  });
});
