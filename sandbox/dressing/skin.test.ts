import { describe, expect, it } from 'vitest';
import type { LabImage } from './lab.ts';
import { type Colour, findSkin } from './skin.ts';
import { frame, HEIGHT, person, WIDTH } from './test-figure.ts';

const GROUND = { L: 85, a: 0, b: 2 };
const BROWN = { L: 38, a: 15, b: 18 };
const TERRACOTTA = { L: 52, a: 25, b: 25 };

function painted(colourAt: (x: number, y: number) => Colour): LabImage {
  const n = WIDTH * HEIGHT;
  const lab = {
    width: WIDTH,
    height: HEIGHT,
    L: new Float32Array(n),
    a: new Float32Array(n),
    b: new Float32Array(n),
  };
  for (let i = 0; i < n; i++) {
    const c = person.data[i] === 0 ? GROUND : colourAt(i % WIDTH, Math.floor(i / WIDTH));
    lab.L[i] = c.L;
    lab.a[i] = c.a;
    lab.b[i] = c.b;
  }
  return lab;
}

const skinAt = (lab: LabImage, x: number, y: number) =>
  findSkin(lab, person, frame).mask.data[y * WIDTH + x];

describe('finding skin', () => {
  it('takes a terracotta tee on brown skin for cloth, chest and sleeves', () => {
    const lab = painted((x, y) => {
      const sleeve = y > 56 && y < 95;
      const trunk = y > 56 && y < 135 && x > 68 && x < 132;
      return sleeve || trunk ? TERRACOTTA : BROWN;
    });
    for (const [x, y] of [
      [100, 90],
      [100, 125],
      [136, 80],
      [64, 80],
    ] as const) {
      expect(skinAt(lab, x, y)).toBe(0);
    }
    for (const [x, y] of [
      [100, 30],
      [147, 122],
      [53, 122],
      [116, 220],
    ] as const) {
      expect(skinAt(lab, x, y)).toBe(1);
    }
  });

  it('takes the shaded side of such a tee for cloth, with single threads in the colour of skin', () => {
    const shaded = { L: 36, a: 17.4, b: 17.2 };
    const lab = painted((x, y) => {
      if (y <= 56 || y >= 135 || x <= 68 || x >= 132) return BROWN;
      if (x <= 112) return TERRACOTTA;
      return (x + 4 * y) % 11 === 0 ? BROWN : shaded;
    });
    for (let x = 108; x < 126; x++) expect(skinAt(lab, x, 110)).toBe(0);
    expect(skinAt(lab, 147, 122)).toBe(1);
  });

  it('takes camel trousers on brown skin for cloth, in the shade as well', () => {
    const lab = painted((x, y) => {
      if (y <= 56 || y >= 240) return BROWN;
      if (y < 135) return { L: 90, a: 0, b: 4 };
      return x > 118 ? { L: 34, a: 9, b: 20 } : { L: 56, a: 14, b: 35 };
    });
    for (let x = 106; x < 121; x++) expect(skinAt(lab, x, 180)).toBe(0);
    expect(skinAt(lab, 116, 260)).toBe(1);
  });

  it('takes a bare chest for skin', () => {
    const lab = painted((_, y) => (y < 140 ? { L: 42, a: 16, b: 20 } : BROWN));
    expect(skinAt(lab, 100, 90)).toBe(1);
    expect(skinAt(lab, 136, 80)).toBe(1);
  });
});
