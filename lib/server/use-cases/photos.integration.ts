import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { signedMediaLink } from '#lib/server/http/signed-media-link.ts';
import { sharp } from '#lib/server/images/guarded-sharp.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import {
  makeGarment,
  makePerson,
  makePhoto,
  plainPicture,
} from '#lib/server/testing/shop-floor.ts';
import { currentConsent } from '#lib/words/consent.ts';
import { addPhoto } from './add-photo.ts';
import { deletePhoto } from './delete-photo.ts';
import { listPhotos } from './list-photos.ts';
import { openMedia } from './open-media.ts';
import { sweepMedia } from './sweep-media.ts';

afterAll(disconnect);

let shopper: Actor;
let stranger: Actor;
beforeAll(async () => {
  shopper = await makePerson();
  stranger = await makePerson();
});

const mediaIdOf = (url: string) => url.split('/').at(-1) ?? '';

describe('a photo', () => {
  it('is kept without what the camera wrote, in 3:4 for the provider, with the consent', async () => {
    const withGps = await sharp({
      create: { width: 800, height: 600, channels: 3, background: '#aabbcc' },
    })
      .withExif({ IFD3: { GPSLatitude: '52/1 30/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    const { id } = await addPhoto(shopper, {
      bytes: withGps,
      consentVersion: currentConsent.version,
    });
    const row = await db().photo.findUniqueOrThrow({
      where: { id },
      include: { media: true, input: true, consent: true },
    });
    expect(row.consent).toMatchObject({
      version: currentConsent.version,
      text: currentConsent.text,
    });
    expect(row.input).toMatchObject({ width: 768, height: 1024, visibility: 'PRIVATE' });
    for (const media of [row.media, row.input]) {
      const bytes = await storage().getBytes(media?.storageKey ?? '');
      const { exif, icc, xmp } = await sharp(bytes ?? new Uint8Array()).metadata();
      expect([exif, icc, xmp]).toEqual([undefined, undefined, undefined]);
      expect(media?.deleteAfter).toBeNull();
    }
  });

  it('is not read without the present consent', async () => {
    const asked = addPhoto(shopper, { bytes: await plainPicture(), consentVersion: 'an old one' });
    await expect(asked).rejects.toMatchObject({ code: 'consent_required' });
  });

  it('that is no picture is refused with a sentence', async () => {
    const asked = addPhoto(shopper, {
      bytes: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      consentVersion: currentConsent.version,
    });
    await expect(asked).rejects.toMatchObject({ code: 'unsupported_type' });
    await expect(asked).rejects.toThrow(/JPEG, PNG or WebP/);
  });

  it('is there for its owner only', async () => {
    const photo = await makePhoto(shopper);
    const id = mediaIdOf(photo.picture.url);
    expect(await openMedia(shopper, id, {})).toMatchObject({ isPublic: false });
    for (const other of [stranger, null, await makePerson({ role: 'ADMIN' })]) {
      await expect(openMedia(other, id, {})).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await listPhotos(stranger)).map((one) => one.id)).not.toContain(photo.id);
    await expect(deletePhoto(stranger, photo.id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('opens for the provider by a link that is signed and ends after 15 minutes', async () => {
    const photo = await makePhoto(shopper);
    const id = mediaIdOf(photo.picture.url);
    const now = new Date();
    const link = new URL(signedMediaLink(id, now));
    expect(link.origin).toBe(new URL(env().NEXTAUTH_URL).origin);
    const expires = Number(link.searchParams.get('expires'));
    const signature = link.searchParams.get('signature') ?? '';
    expect(await openMedia(null, id, { link: { expires, signature } }, now)).toBeTruthy();

    const refusals = [
      () => openMedia(null, id, { link: { expires: expires + 1, signature } }, now),
      () => openMedia(null, id, { link: { expires, signature: 'x' } }, now),
      () => openMedia(null, id, { link: { expires, signature } }, new Date(expires + 1)),
    ];
    for (const refusal of refusals) {
      await expect(refusal()).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('is gone from database and storage when it is deleted', async () => {
    const photo = await makePhoto(shopper);
    const { mediaId, inputMediaId } = await db().photo.findUniqueOrThrow({
      where: { id: photo.id },
    });
    const ids = [mediaId ?? '', inputMediaId ?? ''];
    const media = await db().media.findMany({ where: { id: { in: ids } } });
    expect(media).toHaveLength(2);
    await deletePhoto(shopper, photo.id);
    for (const { storageKey } of media) expect(await storage().head(storageKey)).toBeNull();
    expect(await db().media.count({ where: { id: { in: ids } } })).toBe(0);
    expect((await listPhotos(shopper)).map((one) => one.id)).not.toContain(photo.id);
  });
});

describe('a garment’s picture', () => {
  it('is there for everybody, with narrower copies', async () => {
    const garment = await makeGarment();
    const image = await db().garmentImage.findFirstOrThrow({ where: { garmentId: garment.id } });
    const opened = await openMedia(null, image.mediaId, {});
    expect(opened.isPublic).toBe(true);
    // The 3:4 copy for the provider is nobody's to look at.
    await expect(openMedia(shopper, image.inputMediaId, {})).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the sweep', () => {
  it('removes what was written and never attached, and nothing else', async () => {
    const photo = await makePhoto(shopper);
    const kept = await db().photo.findUniqueOrThrow({ where: { id: photo.id } });
    const leftOver = await db().media.create({
      data: {
        visibility: 'PRIVATE',
        ownerId: shopper.userId,
        storageKey: 'looks/00000000000000000000000000000000.jpg',
        contentType: 'image/jpeg',
        sha256: '',
        bytes: 1,
        width: 1,
        height: 1,
        deleteAfter: new Date(Date.now() - 1),
      },
    });
    await sweepMedia();
    expect(await db().media.count({ where: { id: leftOver.id } })).toBe(0);
    expect(await db().media.count({ where: { id: kept.mediaId ?? '' } })).toBe(1);
  });
});
