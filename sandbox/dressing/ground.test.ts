import { describe, expect, it } from 'vitest';
import { drawCapsule } from './frame.ts';
import { type GroundRule, separate } from './ground.ts';
import { createMask } from './image.ts';
import { toLab } from './lab.ts';
import { combine } from './mask-ops.ts';
import { solve } from './solve.ts';
import { astray, paint, type Rgb, rectangle, wall } from './test-pictures.ts';

const W = 240;
const H = 320;
const RULE: GroundRule = {
  darker: 14,
  brighter: 4,
  chroma: 4,
  barrier: 3.2,
  drift: { brighter: 7, darker: 26 },
};
const PAPER: Rgb = [222, 216, 210];
const vignette = (x: number, y: number) =>
  1.02 - 0.08 * ((x / W - 0.5) ** 2 + (y / H - 0.4) ** 2) - 0.04 * (y / H);

describe('telling a figure from the ground', () => {
  it('solves the equations it fits surfaces with', () => {
    const x = solve([
      Float64Array.from([0, 2, 1, 7]),
      Float64Array.from([1, 1, 1, 6]),
      Float64Array.from([3, 0, -1, 0]),
    ]);
    x.forEach((v, i) => {
      expect(v).toBeCloseTo([1, 2, 3][i]!, 9);
    });
  });

  it('outlines a figure before an unevenly lit wall to the pixel', () => {
    const image = wall(W, H, PAPER, vignette);
    const figure = createMask(W, H);
    drawCapsule(figure, { x: 120, y: 110 }, { x: 130, y: 230 }, 45, 30);
    paint(image, figure, [150, 80, 70]);
    expect(astray(separate(toLab(image), RULE).figure, figure, 1.5)).toBe(0);
  });

  it('knows the wall behind the figure by the wall beside it', () => {
    const lab = toLab(wall(W, H, PAPER, vignette));
    const image = wall(W, H, PAPER, vignette);
    paint(image, rectangle(createMask(W, H), 80, 80, 160, 240), [60, 70, 110]);
    const { ground } = separate(toLab(image), RULE);
    let worst = 0;
    for (let y = 10; y < H - 10; y += 5) {
      for (let x = 10; x < W - 10; x += 5) {
        const i = y * W + x;
        worst = Math.max(worst, Math.abs(ground.L[i]! - lab.L[i]!));
      }
    }
    expect(worst).toBeLessThan(2.5);
  });

  it('takes a soft shadow for ground', () => {
    const shadow = (x: number, y: number) =>
      1 - 0.12 * Math.exp(-(((x - 175) / 30) ** 2) - ((y - 200) / 60) ** 2);
    const image = wall(W, H, PAPER, shadow);
    const figure = rectangle(createMask(W, H), 80, 80, 150, 260);
    paint(image, figure, [90, 40, 60]);
    expect(astray(separate(toLab(image), RULE).figure, figure, 1.5)).toBe(0);
  });

  it('takes a lit floor for ground, and what is as bright and higher up for figure', () => {
    const floor = (_: number, y: number) => 0.8 + 0.16 * Math.min(1, Math.max(0, (y - 268) / 16));
    const image = wall(W, H, PAPER, floor);
    const figure = rectangle(createMask(W, H), 90, 60, 150, 295);
    paint(image, figure, [90, 40, 60]);
    paint(image, rectangle(createMask(W, H), 90, 60, 150, 140), [213, 207, 202]);
    expect(astray(separate(toLab(image), RULE).figure, figure, 2)).toBe(0);
  });

  it('opens the gap between an arm and the side, and keeps a white stripe', () => {
    const image = wall(W, H, PAPER);
    const whole = rectangle(createMask(W, H), 60, 60, 180, 280);
    paint(image, whole, [70, 60, 90]);
    const gap = rectangle(createMask(W, H), 84, 100, 96, 230);
    paint(image, gap, PAPER);
    paint(image, rectangle(createMask(W, H), 110, 120, 170, 132), PAPER);
    const expected = combine(whole, gap, (a, b) => a && !b);
    expect(astray(separate(toLab(image), RULE).figure, expected, 1.5)).toBe(0);
  });

  it('never takes for ground what lies on a bone', () => {
    const image = wall(W, H, PAPER);
    const solid = rectangle(createMask(W, H), 110, 60, 130, 260);
    const { figure } = separate(toLab(image), RULE, solid);
    expect(astray(figure, solid, 2)).toBe(0);
  });
});
