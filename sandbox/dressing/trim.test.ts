import { describe, expect, it } from 'vitest';
import { measureBody } from './body-shape.ts';
import { createMask } from './image.ts';
import { createLayer } from './mesh.ts';
import { frame, HEIGHT, person, WIDTH } from './test-figure.ts';
import { rectangle } from './test-pictures.ts';
import { hemmed, layOnShoulders, tuckUnder } from './trim.ts';

const nobody = createMask(WIDTH, HEIGHT);
const shape = measureBody(frame, person, nobody, nobody);

/** Cloth over the whole picture. */
function sheet() {
  const layer = createLayer(WIDTH, HEIGHT);
  for (const plane of [layer.alpha, layer.r, layer.g, layer.b]) plane.fill(1);
  return layer;
}
const alphaAt = (layer: ReturnType<typeof sheet>, x: number, y: number) =>
  layer.alpha[y * WIDTH + x];

describe('cloth laid on the shoulders', () => {
  it('ends a little above them, and stays where they are', () => {
    const layer = sheet();
    layOnShoulders([layer], person, shape, frame, 0.03);
    expect(alphaAt(layer, 60, 30)).toBe(0);
    expect(alphaAt(layer, 140, 40)).toBe(0);
    expect(alphaAt(layer, 100, 70)).toBe(1);
    expect(alphaAt(layer, 70, 66)).toBe(1);
  });

  it('takes the colour away with the cloth', () => {
    const layer = sheet();
    layOnShoulders([layer], person, shape, frame, 0.03);
    const at = 30 * WIDTH + 60;
    expect([layer.r[at], layer.g[at], layer.b[at]]).toEqual([0, 0, 0]);
  });

  it('hangs freely from the armpits down', () => {
    const layer = sheet();
    layOnShoulders([layer], person, shape, frame, 0.03);
    const below = Math.ceil(shape.armpit.left.y) + 1;
    for (let x = 0; x < WIDTH; x += 10) expect(alphaAt(layer, x, below)).toBe(1);
  });
});

describe('a top over a waistband', () => {
  const top = rectangle(createMask(WIDTH, HEIGHT), 70, 60, 130, 140);

  it('ends in an even hem, however its threads hang and its nicks run', () => {
    const worn = rectangle(createMask(WIDTH, HEIGHT), 70, 60, 130, 140);
    rectangle(worn, 96, 140, 99, 146);
    rectangle(worn, 84, 138, 87, 140, 0);
    const { data } = hemmed(worn);
    for (let x = 70; x < 130; x++) expect(data[139 * WIDTH + x]).toBe(0);
    for (const x of [70, 96, 98, 129]) expect(data[138 * WIDTH + x]).toBe(1);
    expect(data[137 * WIDTH + 85]).toBe(0);
  });

  it('lets the waistband show neither beside it nor along its blurred sides', () => {
    const layer = sheet();
    tuckUnder(layer, top, createMask(WIDTH, HEIGHT), frame, 120, 140);
    for (const x of [60, 70, 71, 128, 129, 140]) expect(alphaAt(layer, x, 130)).toBe(0);
    for (const x of [74, 100, 125]) expect(alphaAt(layer, x, 130)).toBe(1);
    expect(alphaAt(layer, 60, 145)).toBe(1);
  });
});
