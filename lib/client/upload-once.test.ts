import { expect, it } from 'vitest';
import type { PhotoView } from '#lib/contracts/photo.ts';
import { uploadOnce } from './upload-once.ts';

const { signal } = new AbortController();

/** A person with her photos, who may become another one. */
function person() {
  const self = { id: 'guest', sent: 0, photos: [] as string[] };
  const take = uploadOnce({
    whose: () => self.id,
    upload: async () => {
      self.sent += 1;
      return { id: `photo ${self.sent}` } as PhotoView;
    },
    keep: async ({ id }, insteadOf) => {
      self.photos = [id, ...self.photos.filter((one) => one !== insteadOf?.id)];
    },
  });
  return { self, take };
}

it('sends a photo once when the wish is sent again by the same person', async () => {
  const { self, take } = person();
  expect((await take(signal)).id).toBe('photo 1');
  expect((await take(signal)).id).toBe('photo 1');
  expect(self).toMatchObject({ sent: 1, photos: ['photo 1'] });
});

it('sends it again for somebody else, and keeps that one alone', async () => {
  const { self, take } = person();
  await take(signal);
  self.id = 'new guest';
  expect((await take(signal)).id).toBe('photo 2');
  expect(self).toMatchObject({ sent: 2, photos: ['photo 2'] });
});

it('sends it again when it did not arrive', async () => {
  let tries = 0;
  const take = uploadOnce({
    whose: () => 'guest',
    upload: async () => {
      tries += 1;
      if (tries === 1) throw new Error('refused');
      return { id: 'photo' } as PhotoView;
    },
    keep: async () => {},
  });
  await expect(take(signal)).rejects.toThrow('refused');
  expect((await take(signal)).id).toBe('photo');
});
