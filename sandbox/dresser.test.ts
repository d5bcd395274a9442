import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { createDresser, type Dresser } from './dresser.ts';

const demo = (path: string) => readFile(new URL(`../public/demo/${path}`, import.meta.url));

let dresser: Dresser | null = null;

afterEach(async () => {
  await dresser?.close();
  dresser = null;
});

/** A worker that answers "nobody", and dies for the seed 13. */
const FRAGILE = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, seed }) => {
      if (seed === 13) process.exit(1);
      parentPort.postMessage({ id, kind: 'nobody' });
    });`)}`,
);

describe('the dresser', { timeout: 90_000 }, () => {
  it('answers a JPEG of 768×1024 for a 3:4 photo', async () => {
    dresser = createDresser();
    const answer = await dresser.dress({
      photo: await demo('models/f1.webp'),
      garment: await demo('garments/tee-sage.webp'),
      category: 'Upper body',
      seed: 1,
    });
    expect(answer).toMatchObject({ ok: true, width: 768, height: 1024 });
    if (!answer.ok) return;
    const meta = await sharp(answer.jpeg).metadata();
    expect(meta).toMatchObject({ format: 'jpeg', width: 768, height: 1024 });
  });

  it('keeps the proportions of a photo that is not 3:4', async () => {
    dresser = createDresser();
    const photo = await sharp(await demo('models/m1.webp'))
      .extract({ left: 84, top: 0, width: 600, height: 1024 })
      .png()
      .toBuffer();
    const answer = await dresser.dress({
      photo,
      garment: await demo('garments/jeans-black.webp'),
      category: 'Lower body',
      seed: 1,
    });
    if (!answer.ok) throw new Error(answer.error);
    expect(answer.width / answer.height).toBeCloseTo(600 / 1024, 2);
  });

  it('says that it sees nobody in a picture of a pair of trousers', async () => {
    dresser = createDresser();
    const answer = await dresser.dress({
      photo: await demo('garments/trousers-camel.webp'),
      garment: await demo('garments/tee-sage.webp'),
      category: 'Upper body',
      seed: 1,
    });
    expect(answer).toEqual({ ok: false, error: 'No human detected' });
  });

  it('rejects bytes that are no picture, and SVG, which sharp would draw', async () => {
    dresser = createDresser();
    const garment = await demo('garments/tee-sage.webp');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>';
    for (const text of ['not a picture', svg]) {
      const answer = await dresser.dress({
        photo: new TextEncoder().encode(text),
        garment,
        category: 'Dress',
        seed: 1,
      });
      expect(answer.ok).toBe(false);
      if (!answer.ok) expect(answer.error).toMatch(/^Reference media rejected: the photo/);
    }
  });

  it('answers the job whose worker died and starts another one for the next', async () => {
    dresser = createDresser({ script: FRAGILE });
    const request = {
      photo: await demo('models/f1.webp'),
      garment: await demo('garments/tee-sage.webp'),
      category: 'Upper body',
    } as const;
    const [first, second] = await Promise.all([
      dresser.dress({ ...request, seed: 13 }),
      dresser.dress({ ...request, seed: 1 }),
    ]);
    expect(first).toMatchObject({ ok: false, error: expect.stringMatching(/^Inference failed/) });
    expect(second).toEqual({ ok: false, error: 'No human detected' });
  });
});
