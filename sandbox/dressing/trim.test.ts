import { describe, expect, it } from 'vitest';
import { measureBody } from './body-shape.ts';
import { createMask } from './image.ts';
import { createLayer } from './mesh.ts';
import { frame, HEIGHT, person, WIDTH } from './test-figure.ts';
import { layOnShoulders } from './trim.ts';

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
