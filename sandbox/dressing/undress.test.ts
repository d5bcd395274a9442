import { describe, expect, it } from 'vitest';
import { measureBody } from './body-shape.ts';
import { createMask, type Mask, type RgbaImage } from './image.ts';
import { toLab } from './lab.ts';
import { frame, HEIGHT, person, WIDTH } from './test-figure.ts';
import { armStrips, bareBody, undress } from './undress.ts';

const nobody = createMask(WIDTH, HEIGHT);
const shape = measureBody(frame, person, nobody, nobody);
const at = (mask: Mask, x: number, y: number) => mask.data[y * WIDTH + x];

describe('the bare body', () => {
  it('has trunk, legs, neck and arms', () => {
    const bare = bareBody(frame, shape, { from: 0, to: 0 }, WIDTH, HEIGHT);
    for (const [x, y] of [
      [100, 100],
      [116, 180],
      [84, 250],
      [100, 52],
      [145, 115],
    ] as const) {
      expect(at(bare, x, y)).toBe(1);
    }
    expect(at(bare, 20, 100)).toBe(0);
  });

  it('shows nothing but arms in the rows that the new garment covers', () => {
    const bare = bareBody(frame, shape, { from: 90, to: 200 }, WIDTH, HEIGHT);
    expect(at(bare, 100, 100)).toBe(0);
    expect(at(bare, 116, 180)).toBe(0);
    expect(at(bare, 145, 115)).toBe(1);
    expect(at(bare, 84, 250)).toBe(1);
  });
});

describe('undressing', () => {
  const paint = (colourOf: (i: number) => [number, number, number]): RgbaImage => {
    const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
    for (let i = 0; i < WIDTH * HEIGHT; i++) data.set([...colourOf(i), 255], i * 4);
    return { width: WIDTH, height: HEIGHT, data };
  };
  const SKIN = [200, 150, 120] as [number, number, number];
  const RED = [200, 20, 20] as [number, number, number];
  const GROUND = [220, 220, 220] as [number, number, number];
  const shirt = createMask(WIDTH, HEIGHT);
  const skin = createMask(WIDTH, HEIGHT);
  for (let i = 0; i < shirt.data.length; i++) {
    if (person.data[i] === 0) continue;
    const y = Math.floor(i / WIDTH);
    const x = i % WIDTH;
    if (y > 70 && y < 138 && x > 76 && x < 124) shirt.data[i] = 1;
    else skin.data[i] = 1;
  }
  const photo = paint((i) => (shirt.data[i] ? RED : person.data[i] ? SKIN : GROUND));
  const ground = toLab(paint(() => GROUND));
  const lab = toLab(photo);
  const tone = { L: 66, a: 14, b: 22 };
  const off = (covered: { from: number; to: number }) =>
    undress(
      photo,
      lab,
      ground,
      person,
      skin,
      nobody,
      shirt,
      bareBody(frame, shape, covered, WIDTH, HEIGHT),
      armStrips(shape, WIDTH, HEIGHT, 1.2),
      tone,
      frame.shoulderWidth,
    );
  const pixel = (image: RgbaImage, x: number, y: number) =>
    Array.from(image.data.subarray((y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 3));

  it('leaves no trace of the cloth: skin where the body is', () => {
    const result = off({ from: 0, to: 0 });
    for (let y = 72; y < 137; y += 3) {
      for (let x = 78; x < 123; x += 3) {
        const [r = 0, g = 0, b = 0] = pixel(result, x, y);
        expect(r - g).toBeLessThan(90);
        expect(b).toBeGreaterThan(70);
      }
    }
  });

  it('puts ground where the new garment will be', () => {
    const result = off({ from: 60, to: 150 });
    const [r = 0, g = 0, b = 0] = pixel(result, 100, 110);
    expect(Math.max(Math.abs(r - 220), Math.abs(g - 220), Math.abs(b - 220))).toBeLessThan(12);
  });

  it('touches nothing far from the cloth', () => {
    const result = off({ from: 0, to: 0 });
    for (const [x, y] of [
      [100, 20],
      [10, 10],
      [116, 250],
      [152, 140],
    ] as const) {
      expect(pixel(result, x, y)).toEqual(pixel(photo, x, y));
    }
  });
});
