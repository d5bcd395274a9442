import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { makeSellingShop } from '#lib/server/testing/bag.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { makeStubborn } from '#lib/server/testing/stubborn-storage.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { unzipStored } from '#lib/server/testing/unzip.ts';
import { addFavourite } from './add-favourite.ts';
import { deletePhoto } from './delete-photo.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { exportPersonalData } from './export-personal-data.ts';
import { giveFeedback } from './give-feedback.ts';
import { submitTryOn } from './submit-try-on.ts';

await startTestProvider();
afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

async function download(actor: Actor) {
  const stream = await exportPersonalData(actor);
  const files = unzipStored(Buffer.from(await new Response(stream).arrayBuffer()));
  const data = JSON.parse(String(files.get('data.json')));
  return { files, data };
}

async function lookOf(actor: Actor) {
  const photo = await makePhoto(actor);
  const { slug } = await makeGarment();
  const body = { garment: slug, subject: { kind: 'photo' as const, photoId: photo.id } };
  const { id } = await submitTryOn(actor, body, randomUUID());
  await advanceUntilFinal(id);
  return { photo, slug, id };
}

describe('the download of a person’s data', () => {
  it('holds her pictures byte for byte, and all that is known of her', async () => {
    const shopper = await makePerson({ name: 'Ines' });
    const { photo, slug, id } = await lookOf(shopper);
    await giveFeedback(shopper, id, { kind: 'other', text: 'My left arm is gone.' });
    await addFavourite(shopper, slug);
    const { garment } = await makeSellingShop();
    const { id: variantId } = await db().garmentVariant.findFirstOrThrow({
      where: { garmentId: garment.id, size: 'M' },
    });
    await db().bagLine.create({ data: { userId: shopper.userId, variantId, quantity: 2 } });

    await db().savedView.create({ data: { userId: shopper.userId, name: 'Mine', query: '' } });
    await db().tryOn.update({ where: { id }, data: { providerText: 'It took long' } });

    const { files, data } = await download(shopper);
    expect([...files.keys()]).toEqual([
      'README.txt',
      `photos/${photo.id}.jpg`,
      `looks/${id}.jpg`,
      'data.json',
    ]);
    const { resultMedia } = await db().tryOn.findUniqueOrThrow({
      where: { id },
      select: { resultMedia: true },
    });
    const kept = await storage().getBytes(resultMedia?.storageKey ?? '');
    expect(files.get(`looks/${id}.jpg`)?.equals(kept ?? new Uint8Array())).toBe(true);
    expect(data).toMatchObject({
      name: 'Ines',
      email: shopper.email,
      consents: [{ version: expect.any(String), text: expect.any(String), withdrawnAt: null }],
      favourites: [{ garment: { slug } }],
      bag: [{ quantity: 2, variant: { size: 'M' } }],
      savedViews: [{ name: 'Mine' }],
      photos: [{ id: photo.id, file: `photos/${photo.id}.jpg` }],
      tryOns: [
        {
          id,
          state: 'succeeded',
          providerText: 'It took long',
          feedback: [{ kind: 'other', text: 'My left arm is gone.' }],
        },
      ],
    });
    expect(JSON.stringify(data)).not.toMatch(/passwordHash|storageKey|tokenHash|access_token/);
  });

  it('leaves out a picture that is deleted while it is read, though its bytes are still there', async () => {
    const shopper = await makePerson();
    await makePhoto(shopper);
    const second = await makePhoto(shopper);
    const trouble = makeStubborn('fails');
    const store = storage();
    const { get } = store;
    vi.spyOn(store, 'get').mockImplementationOnce(async (key) => {
      await deletePhoto(shopper, second.id);
      return get.call(store, key);
    });
    const { files } = await download(shopper);
    trouble.heal();
    vi.restoreAllMocks();
    expect([...files.keys()].filter((name) => name.startsWith('photos/'))).toHaveLength(1);
    expect(files.has(`photos/${second.id}.jpg`)).toBe(false);
  });

  it('holds nothing that was deleted, and nobody else’s', async () => {
    const shopper = await makePerson();
    await lookOf(await makePerson());
    const gone = await lookOf(shopper);
    const stays = await lookOf(shopper);
    await deletePhoto(shopper, gone.photo.id);
    await deleteTryOn(shopper, gone.id);
    const { files, data } = await download(shopper);
    expect([...files.keys()].filter((name) => name.endsWith('.jpg'))).toEqual([
      `photos/${stays.photo.id}.jpg`,
      `looks/${stays.id}.jpg`,
    ]);
    expect(data.tryOns).toMatchObject([
      { id: gone.id, file: null },
      { id: stays.id, file: `looks/${stays.id}.jpg` },
    ]);
  });

  it('leaves out what the storage has lost, and says so', async () => {
    const shopper = await makePerson();
    const { photo, id } = await lookOf(shopper);
    rmSync(path.join(env().FITTING_ROOM_DATA, 'blobs', 'looks'), { recursive: true, force: true });
    const { files, data } = await download(shopper);
    expect(files.has(`photos/${photo.id}.jpg`)).toBe(true);
    expect(data.tryOns).toMatchObject([{ id, file: null }]);
  });

  it('is a guest’s as well', async () => {
    const guest = await makePerson({ isGuest: true, email: null, name: null });
    const { photo } = await lookOf(guest);
    expect((await download(guest)).files.has(`photos/${photo.id}.jpg`)).toBe(true);
  });
});
