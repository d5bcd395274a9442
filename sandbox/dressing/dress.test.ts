import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createBodyFinder, type FindBody } from '../body/find-body.ts';
import { type Category, dress } from './dress.ts';
import type { RgbaImage } from './image.ts';
import { toLab } from './lab.ts';
import { markBox } from './mark.ts';

/** Half the size that the sandbox works on: the same code in a quarter of the time. */
const SIZE = { width: 384, height: 512 };

async function load(path: string): Promise<RgbaImage> {
  // From memory: the app, whose tests may share this process, forbids libvips to open files by name.
  const file = await readFile(new URL(`../../public/demo/${path}.webp`, import.meta.url));
  const { data, info } = await sharp(file)
    .resize(SIZE.width, SIZE.height)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) };
}

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const FACE: Box = { x0: 172, y0: 30, x1: 207, y1: 100 };
const CHEST: Box = { x0: 170, y0: 165, x1: 215, y1: 215 };

function changed(a: RgbaImage, b: RgbaImage, box: Box): number {
  const mark = markBox(a.width, a.height);
  let n = 0;
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      if (x >= mark.x && y >= mark.y) continue;
      const i = (y * a.width + x) * 4;
      const same = [0, 1, 2].every((k) => a.data[i + k] === b.data[i + k]);
      if (!same) n++;
    }
  }
  return n;
}

function meanLab(image: RgbaImage, box: Box): [number, number, number] {
  const lab = toLab(image);
  const sum: [number, number, number] = [0, 0, 0];
  let n = 0;
  for (let y = box.y0; y < box.y1; y++) {
    for (let x = box.x0; x < box.x1; x++) {
      const i = y * image.width + x;
      sum[0] += lab.L[i]!;
      sum[1] += lab.a[i]!;
      sum[2] += lab.b[i]!;
      n++;
    }
  }
  return [sum[0] / n, sum[1] / n, sum[2] / n];
}

describe('dressing the house model f1', { timeout: 90_000 }, () => {
  let find: FindBody;
  let photo: RgbaImage;
  const worn = async (garment: string, category: Category, seed: number): Promise<RgbaImage> => {
    const body = find(photo);
    if (!body) throw new Error('the model was not found');
    const cloth = await load(`garments/${garment}`);
    return dress({ person: photo, keypoints: body.keypoints, garment: cloth, category, seed });
  };

  beforeAll(async () => {
    find = await createBodyFinder();
    photo = await load('models/f1');
  }, 60_000);

  it('gives the same bytes for the same seed, and nearly the same picture for another', async () => {
    const one = await worn('tee-terracotta', 'Upper body', 1);
    const again = await worn('tee-terracotta', 'Upper body', 1);
    const other = await worn('tee-terracotta', 'Upper body', 2);
    expect(Buffer.from(one.data).equals(Buffer.from(again.data))).toBe(true);
    let differing = 0;
    let total = 0;
    for (let i = 0; i < one.data.length; i++) {
      const d = Math.abs(one.data[i]! - other.data[i]!);
      total += d;
      if (d > 0) differing++;
    }
    expect(differing).toBeGreaterThan(500);
    expect(total / one.data.length).toBeLessThan(2);
  });

  it('puts a top on the trunk and leaves head, legs and ground as they were', async () => {
    const result = await worn('tee-terracotta', 'Upper body', 1);
    const [L, a, b] = meanLab(result, CHEST);
    const cloth = meanLab(await load('garments/tee-terracotta'), {
      x0: 165,
      y0: 225,
      x1: 215,
      y1: 300,
    });
    expect(Math.hypot(a - cloth[1], b - cloth[2])).toBeLessThan(7);
    expect(Math.abs(L - cloth[0])).toBeLessThan(14);
    expect(changed(photo, result, FACE)).toBe(0);
    expect(changed(photo, result, { x0: 0, y0: 320, x1: 384, y1: 512 })).toBe(0);
    expect(changed(photo, result, { x0: 0, y0: 0, x1: 75, y1: 512 })).toBe(0);
  });

  it('puts trousers on the legs and leaves everything above the waist as it was', async () => {
    const result = await worn('trousers-camel', 'Lower body', 1);
    expect(changed(photo, result, { x0: 0, y0: 0, x1: 384, y1: 200 })).toBe(0);
    const [, a, b] = meanLab(result, { x0: 160, y0: 320, x1: 175, y1: 400 });
    const cloth = meanLab(await load('garments/trousers-camel'), {
      x0: 155,
      y0: 300,
      x1: 175,
      y1: 400,
    });
    expect(Math.hypot(a - cloth[1], b - cloth[2])).toBeLessThan(8);
    expect(changed(photo, result, { x0: 0, y0: 482, x1: 300, y1: 512 })).toBe(0);
  });

  it('lets nothing of the base layer show under a dress', async () => {
    const result = await worn('dress-terracotta', 'Dress', 1);
    expect(changed(photo, result, FACE)).toBe(0);
    const lab = toLab(result);
    let leftOver = 0;
    for (let y = 131; y < 320; y++) {
      for (let x = 150; x < 232; x++) {
        const i = y * result.width + x;
        const tank = lab.L[i]! > 84 && Math.abs(lab.a[i]!) < 3;
        const shorts = lab.b[i]! < -1 && lab.L[i]! < 60;
        if (tank || shorts) leftOver++;
      }
    }
    expect(leftOver).toBeLessThan(10);
  });
});
