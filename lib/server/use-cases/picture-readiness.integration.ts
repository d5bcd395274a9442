import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { GarmentChanges } from '#lib/contracts/garment-edit.ts';
import { bulkBody } from '#lib/contracts/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { lookAtPicturesTask } from '#lib/server/background/look-at-pictures.ts';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { drawGarment } from '#lib/server/images/testing/drawn-garments.ts';
import { findGarmentToTryOn } from '#lib/server/repositories/active-garments.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import {
  makeHouseModel,
  makePerson,
  makeShop,
  plainPicture,
} from '#lib/server/testing/shop-floor.ts';
import { addGarmentPicture } from './add-garment-picture.ts';
import { changeGarments } from './change-garments.ts';
import { createGarment } from './create-garment.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { listShopGarments } from './list-shop-garments.ts';
import { lookAtPictures } from './look-at-pictures.ts';
import { openGarmentInput } from './open-garment-input.ts';
import { removeGarmentPicture } from './remove-garment-picture.ts';
import { restoreGarmentPicture } from './restore-garment-picture.ts';
import { setGarmentStatus } from './set-garment-status.ts';
import { submitTryOn } from './submit-try-on.ts';
import { undoGarmentsChange } from './undo-garments-change.ts';
import { updateGarment } from './update-garment.ts';

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

let merchant: Actor;
let shop: string;
let good: Uint8Array;
/** Of one colour: nobody can make out a garment in it. */
let poor: Uint8Array;
beforeAll(async () => {
  merchant = await makePerson({ role: 'MERCHANT' });
  shop = (await makeShop(merchant)).slug;
  good = await drawGarment();
  poor = await plainPicture();
});

async function garmentWith(...pictures: Uint8Array[]) {
  let garment = await createGarment(merchant, shop, {
    id: randomUUID(),
    title: 'Boxy tee',
    category: 'UPPER_BODY',
    price: '49',
  });
  for (const bytes of pictures) {
    garment = await addGarmentPicture(merchant, shop, garment.id, { bytes, alt: '' });
  }
  return garment;
}

/** As if the pictures had been kept before there was a look. */
async function forgetMeasures(garmentId: string) {
  await db().garmentImage.updateMany({
    where: { garmentId },
    data: { readiness: Prisma.DbNull },
  });
  await db().$transaction((tx) => refreshReadiness(tx, garmentId));
}

async function change(id: string, changes: GarmentChanges) {
  const { version } = await getShopGarment(merchant, shop, id);
  return updateGarment(merchant, shop, id, { version, changes });
}

const readinessOf = async (id: string) =>
  (await db().garment.findUniqueOrThrow({ where: { id } })).readiness;

describe('the readiness of a garment', () => {
  it('is that of the picture that is sent, which is the best judged', async () => {
    expect(await readinessOf((await garmentWith()).id)).toBe('NO_PICTURE');
    const { id, pictures } = await garmentWith(poor);
    expect(await readinessOf(id)).toBe('NOT_READY');
    expect(pictures[0]?.verdict?.findings.map(({ code }) => code)).toContain('nothing_seen');

    const better = await addGarmentPicture(merchant, shop, id, { bytes: good, alt: '' });
    expect(await readinessOf(id)).toBe('READY');
    await setGarmentStatus(merchant, shop, id, 'ACTIVE');
    expect((await findGarmentToTryOn(db(), better.slug))?.image?.id).toBe(better.pictures[1]?.id);
  });

  it('follows the pin, and the order among those as good', async () => {
    const { id, slug, pictures } = await garmentWith(poor, good);
    await change(id, { pinnedPictureId: pictures[0]?.id });
    expect(await readinessOf(id)).toBe('NOT_READY');
    await setGarmentStatus(merchant, shop, id, 'ACTIVE');
    expect((await findGarmentToTryOn(db(), slug))?.image?.id).toBe(pictures[0]?.id);
    await change(id, { pinnedPictureId: null });
    expect(await readinessOf(id)).toBe('READY');
    const best = pictures[1]?.id ?? '';
    await removeGarmentPicture(merchant, shop, id, best);
    expect(await readinessOf(id)).toBe('NOT_READY');
    await restoreGarmentPicture(merchant, shop, id, best);
    expect(await readinessOf(id)).toBe('READY');
  });

  it('follows the kind: a top is no bottom', async () => {
    const { id } = await garmentWith(good);
    const changed = await change(id, { category: 'LOWER_BODY' });
    expect(await readinessOf(id)).toBe('NOT_READY');
    expect(changed.pictures[0]?.verdict?.findings).toMatchObject([
      { code: 'wrong_kind', looksLike: 'top' },
    ]);
    // What nobody can try on has nothing to be ready for.
    expect((await change(id, { category: null })).pictures[0]?.verdict).toBeNull();
    expect(await readinessOf(id)).toBe('READY');
    const bulk = { selection: { ids: [id] }, change: { kind: 'category', category: 'LOWER_BODY' } };
    const { id: edit } = await changeGarments(merchant, shop, bulkBody.parse(bulk));
    expect(await readinessOf(id)).toBe('NOT_READY');
    await undoGarmentsChange(merchant, shop, edit ?? '');
    expect(await readinessOf(id)).toBe('READY');
  });

  it('does not keep a garment out of the shop', async () => {
    const { id } = await garmentWith(poor);
    const { status } = await setGarmentStatus(merchant, shop, id, 'ACTIVE');
    expect([status, await readinessOf(id)]).toEqual(['ACTIVE', 'NOT_READY']);
  });

  it('is held back from try-ons until somebody has chosen the picture all the same', async () => {
    const { id, slug, pictures } = await garmentWith(poor);
    await setGarmentStatus(merchant, shop, id, 'ACTIVE');
    const shopper = await makePerson();
    const { slug: model } = await makeHouseModel();
    const ask = () =>
      submitTryOn(
        shopper,
        { garment: slug, subject: { kind: 'house-model', slug: model } },
        randomUUID(),
      );
    expect((await getGarmentPage(slug))?.canTryOn).toBe(false);
    await expect(ask()).rejects.toMatchObject({ code: 'garment_not_ready' });
    await change(id, { pinnedPictureId: pictures[0]?.id });
    expect((await getGarmentPage(slug))?.canTryOn).toBe(true);
    expect(await ask()).toMatchObject({ state: 'queued' });
  });

  it('can be asked for in the list', async () => {
    const [{ id: poorId }, { id: goodId }] = [await garmentWith(poor), await garmentWith(good)];
    const { items: found } = await listShopGarments(merchant, shop, { readiness: 'NOT_READY' });
    expect(found.map(({ id }) => id)).toContain(poorId);
    expect(found.map(({ id }) => id)).not.toContain(goodId);
    expect(new Set(found.map(({ readiness }) => readiness))).toEqual(new Set(['NOT_READY']));
  });

  it('keeps step when two pictures come at once', async () => {
    const { id } = await garmentWith(poor, poor);
    await forgetMeasures(id);
    const images = await db().garmentImage.findMany({ where: { garmentId: id } });
    const measured = await garmentWith(good);
    const { readiness } = await db().garmentImage.findFirstOrThrow({
      where: { garmentId: measured.id },
    });
    await Promise.all(
      images.map((image) =>
        db().$transaction(async (tx) => {
          await tx.garmentImage.update({
            where: { id: image.id },
            data: { readiness: readiness ?? Prisma.DbNull },
          });
          await refreshReadiness(tx, id);
        }),
      ),
    );
    expect(await readinessOf(id)).toBe('READY');
  });
});

describe('pictures that nobody looked at', () => {
  it('are looked at in small steps, from where it stopped, without touching the garment', async () => {
    const garments = [await garmentWith(good), await garmentWith(poor), await garmentWith(good)];
    for (const { id } of garments) await forgetMeasures(id);
    const [first, second, third] = garments.map(({ id }) => id);
    if (!first || !second || !third) throw new Error('three garments');
    const before = await getShopGarment(merchant, shop, first);
    expect(before).toMatchObject({ pictures: [{ verdict: null }] });
    expect(await readinessOf(first)).toBe('NO_PICTURE');

    // Stopped before the first one: nothing is lost.
    expect(await lookAtPictures(null, 10, AbortSignal.abort())).toBeNull();
    const last = await lookAtPictures(null, 2);
    expect(await Promise.all([first, second, third].map(readinessOf))).toEqual([
      'READY',
      'NOT_READY',
      'NO_PICTURE',
    ]);
    await lookAtPictures(last, 10);
    expect(await readinessOf(third)).toBe('READY');
    expect(await lookAtPictures(null, 10)).toBeNull();
    expect((await getShopGarment(merchant, shop, first)).version).toBe(before.version);
  });

  it('are passed over where they cannot be read, and the rest is looked at', async () => {
    const [lost, kept] = [await garmentWith(good), await garmentWith(good)];
    for (const { id } of [lost, kept]) await forgetMeasures(id);
    const { media } = await db().garmentImage.findFirstOrThrow({
      where: { garmentId: lost.id },
      select: { media: true },
    });
    await storage().delete([media.storageKey]);
    expect(await lookAtPictures(null, 10)).not.toBeNull();
    expect(await readinessOf(lost.id)).toBe('NO_PICTURE');
    expect(await readinessOf(kept.id)).toBe('READY');
    await db().garmentImage.deleteMany({ where: { garmentId: lost.id } });
  });

  it('and those that an older version looked at are caught up with when a worker starts', async () => {
    const { id } = await garmentWith(good);
    await db().garmentImage.updateMany({
      where: { garmentId: id },
      data: { readiness: { version: 0 } },
    });
    const runner = runTasks([lookAtPicturesTask]);
    onTestFinished(() => runner.stop(1_000));
    await vi.waitFor(
      async () => {
        const image = await db().garmentImage.findFirstOrThrow({ where: { garmentId: id } });
        expect(image.readiness).toMatchObject({ version: 1 });
      },
      { timeout: 20_000, interval: 100 },
    );
  });
});

describe('the picture as it is sent', () => {
  it('is seen by the shop’s people, and by nobody else', async () => {
    const { id, pictures } = await garmentWith(good);
    const image = pictures[0]?.id ?? '';
    const opened = await openGarmentInput(merchant, { shop, id, picture: image });
    expect(opened).toMatchObject({ contentType: 'image/jpeg', isPublic: false });
    await opened.body.cancel();

    const rival = await makePerson({ role: 'MERCHANT' });
    const { slug: rivalShop } = await makeShop(rival);
    for (const through of [shop, rivalShop]) {
      await expect(
        openGarmentInput(rival, { shop: through, id, picture: image }),
      ).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    const other = await garmentWith(good);
    await expect(
      openGarmentInput(merchant, { shop, id: other.id, picture: image }),
    ).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
