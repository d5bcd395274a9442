import { describe, expect, it } from 'vitest';
import { readFrame } from './frame.ts';
import { steepness } from './ground.ts';
import { createMask } from './image.ts';
import { toLab } from './lab.ts';
import { components } from './mask-ops.ts';
import { edgedShares, findSilhouette } from './silhouette.ts';
import { findSkin } from './skin.ts';
import { astray, likeness, paint, type Rgb, rectangle, standing, wall } from './test-pictures.ts';

const W = 384;
const H = 512;
const PAPER: Rgb = [224, 219, 213];
const look = (drawn: ReturnType<typeof standing>) => {
  const lab = toLab(drawn.image);
  const frame = readFrame(drawn.keypoints, W, H);
  return { lab, frame, ...findSilhouette(lab, frame) };
};

describe('the outline of a person', () => {
  it('is found to the pixel, with the ground seen between arm and side', () => {
    const drawn = standing(wall(W, H, PAPER), [60, 90, 70], [50, 60, 90]);
    const { person } = look(drawn);
    expect(astray(person, drawn.body, 2)).toBeLessThan(30);
    expect(person.data[230 * W + 245]).toBe(0);
    expect(person.data[230 * W + 139]).toBe(0);
  });

  it('leaves out what stands apart in the room', () => {
    const image = wall(W, H, PAPER);
    const prop = rectangle(createMask(W, H), 10, 250, 60, 480);
    paint(image, prop, [90, 60, 40]);
    const drawn = standing(image, [60, 90, 70], [50, 60, 90]);
    expect(astray(look(drawn).person, drawn.body, 2)).toBeLessThan(30);
  });

  it('draws out one side of a pale top after the other', () => {
    const drawn = standing(wall(W, H, PAPER), [196, 190, 186], [50, 60, 90]);
    const melted = rectangle(createMask(W, H), 212, 195, 226, 235);
    paint(drawn.image, melted, [219, 214, 208]);
    const { person } = look(drawn);
    expect(astray(person, drawn.body, 2)).toBeLessThan(30);
    for (let y = 200; y < 230; y += 5) expect(person.data[y * W + 218]).toBe(1);
  });

  it('goes on over the side of a pale top that fades into the wall without an edge', () => {
    const drawn = standing(wall(W, H, PAPER), [250, 245, 239], [50, 60, 90]);
    const { data } = drawn.image;
    for (let y = 180; y < 260; y++) {
      for (let x = 151; x < 234; x++) {
        const fade = Math.min(1, Math.max(0, (x - 200) / 18));
        for (let k = 0; k < 3; k++) data[(y * W + x) * 4 + k] = 250 - 26 * fade - 5.5 * k;
      }
    }
    const { person } = look(drawn);
    for (let y = 200; y < 240; y += 5) expect(person.data[y * W + 230]).toBe(1);
    expect(person.data[220 * W + 240]).toBe(0);
  });

  it('comes with the wall as it would be without the person', () => {
    const drawn = standing(wall(W, H, PAPER), [60, 90, 70], [50, 60, 90]);
    const { ground } = look(drawn);
    const empty = toLab(wall(W, H, PAPER));
    const at = 220 * W + 192;
    expect(Math.abs(ground.L[at]! - empty.L[at]!)).toBeLessThan(2);
  });
});

describe('an area as bright as the wall within the outline', () => {
  /** The edges about one whose brightness falls to the wall's over `ramp` pixels, by its own share. */
  const edged = (ramp: number) => {
    const image = wall(120, 120, [200, 195, 189], (x, y) => {
      const off = Math.max(0, 20 - x, x - 60, 20 - y, y - 90);
      return 1 + 0.2 * Math.min(1, off / ramp);
    });
    const { labels, sizes } = components(rectangle(createMask(120, 120), 20, 20, 61, 91));
    return edgedShares(labels, sizes, steepness(toLab(image)), 120)[1]!;
  };

  it('is a gap where edges run all around it, and shaded cloth where it passes into the rest', () => {
    expect(edged(1)).toBeGreaterThan(0.95);
    expect(edged(16)).toBeLessThan(0.05);
  });
});

describe('bare skin', () => {
  it('is face, neck and arms, and nothing that is worn', () => {
    const drawn = standing(wall(W, H, PAPER), [60, 90, 70], [50, 60, 90]);
    const { lab, frame, person } = look(drawn);
    expect(likeness(findSkin(lab, person, frame).mask, drawn.bare)).toBeGreaterThan(0.93);
  });

  it('is not a beige top, which is of another hue', () => {
    const drawn = standing(wall(W, H, PAPER), [190, 178, 150], [50, 60, 90]);
    const { lab, frame, person } = look(drawn);
    const { mask, tone } = findSkin(lab, person, frame);
    expect(mask.data[200 * W + 192]).toBe(0);
    expect(tone.a).toBeGreaterThan(12);
  });

  it('is found in a shadow too', () => {
    const dim = (x: number) => (x > 210 ? 0.75 : 1);
    const drawn = standing(wall(W, H, PAPER), [60, 90, 70], [50, 60, 90]);
    const { data } = drawn.image;
    const { lab: _, frame, person } = look(drawn);
    for (let i = 0; i < W * H; i++) {
      for (let k = 0; k < 3; k++) data[i * 4 + k] = data[i * 4 + k]! * dim(i % W);
    }
    const { mask } = findSkin(toLab(drawn.image), person, frame);
    expect(likeness(mask, drawn.bare)).toBeGreaterThan(0.93);
  });
});
