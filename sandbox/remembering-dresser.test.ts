import { expect, it } from 'vitest';
import type { Dresser } from './jobs.ts';
import { createRememberingDresser } from './remembering-dresser.ts';

const photo = Buffer.from('a photo');
const garment = Buffer.from('a garment');
const request = { photo, garment, category: 'Upper body', seed: 1 } as const;

/** Answers pictures that tell how many there were before, and fails at first when asked to. */
function countingDresser(failures = 0): Dresser {
  let made = 0;
  let left = failures;
  return {
    async dress() {
      left -= 1;
      if (left >= 0) return { ok: false, error: 'No human detected' };
      made += 1;
      return { ok: true, jpeg: Buffer.from(`picture ${made}`), width: 768, height: 1024 };
    },
    close: async () => {},
  };
}

const picture = (number: number) =>
  expect.objectContaining({ ok: true, jpeg: Buffer.from(`picture ${number}`) });

it('dresses the same photo in the same garment once, whatever the seed', async () => {
  const dresser = createRememberingDresser(countingDresser());
  const atOnce = [dresser.dress(request), dresser.dress({ ...request, seed: 2 })];
  expect(await Promise.all(atOnce)).toEqual([picture(1), picture(1)]);
  expect(await dresser.dress({ ...request, photo: Buffer.from('a photo') })).toEqual(picture(1));
});

it('dresses another photo, another garment and another category anew', async () => {
  const dresser = createRememberingDresser(countingDresser());
  await dresser.dress(request);
  const other = Buffer.from('another');
  expect(await dresser.dress({ ...request, photo: other })).toEqual(picture(2));
  expect(await dresser.dress({ ...request, garment: other })).toEqual(picture(3));
  expect(await dresser.dress({ ...request, category: 'Dress' })).toEqual(picture(4));
});

it('tries again after a dressing that failed', async () => {
  const dresser = createRememberingDresser(countingDresser(1));
  expect(await dresser.dress(request)).toMatchObject({ ok: false });
  expect(await dresser.dress(request)).toEqual(picture(1));
});

it('lets go of the oldest picture when it has enough', async () => {
  const dresser = createRememberingDresser(countingDresser(), 1);
  await dresser.dress(request);
  await dresser.dress({ ...request, category: 'Dress' });
  expect(await dresser.dress(request)).toEqual(picture(3));
});
