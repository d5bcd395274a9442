import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { toCatalogItem } from '#lib/domain/catalog-garment.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import type { Fetched, GuardedFetch } from '#lib/server/http/guarded-fetch.ts';
import { findKnownGarments } from '#lib/server/repositories/catalog-garments.ts';
import { applied, catalogItem, fetchAll, preview, undone } from '#lib/server/testing/imports.ts';
import {
  makeHouseModel,
  makePerson,
  makeShop,
  plainPicture,
} from '#lib/server/testing/shop-floor.ts';
import { getImport } from './get-import.ts';
import { listImportPictures } from './list-import-pictures.ts';
import { retryImportPictures } from './retry-import-pictures.ts';

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

let merchant: Actor;
let shopId: string;
let shop: string;
/** What stands at which address; a host that has it, and does not give it, says why. */
let web: Map<string, Fetched>;
let fetched: string[];
beforeEach(async () => {
  merchant = await makePerson({ role: 'MERCHANT' });
  ({ id: shopId, slug: shop } = await makeShop(merchant));
  web = new Map();
  fetched = [];
  await putOn('a', '#aa8866');
  await putOn('b', '#66aa88');
});

const ownRules = { name: 'own', tellsStyles: true };

const address = (name: string) => `https://pictures.example/${name}.jpg`;

async function putOn(name: string, colour: string) {
  web.set(address(name), { ok: true, bytes: await plainPicture(colour) });
}

const fetchPicture: GuardedFetch = async (url) => {
  fetched.push(url);
  return web.get(url) ?? { ok: false, code: 'http_error', status: 404 };
};

const pictured = (names: string, change: Partial<CatalogItem> = {}) =>
  catalogItem({ pictures: [...names].map((name) => ({ url: address(name) })), ...change });

/** Applies a file with these pictures, and fetches them. */
async function take(...items: CatalogItem[]): Promise<string> {
  const id = await applied(merchant, shop, items);
  await fetchAll(id, fetchPicture);
  return id;
}

async function hanging(importKey = 'linen-shirt'): Promise<string> {
  const images = await db().garmentImage.findMany({
    where: { garment: { shopId, importKey } },
    orderBy: { position: 'asc' },
  });
  return images.map(({ sourceUrl }) => /(\w+)\.jpg$/.exec(sourceUrl ?? '')?.[1]).join('');
}

const garment = () =>
  db().garment.findFirstOrThrow({ where: { shopId, importKey: 'linen-shirt' } });
const get = (id: string) => getImport(merchant, shop, id);

describe('the pictures of an import', () => {
  it('come in their order, and with the first of them a garment is published that should be', async () => {
    const id = await applied(merchant, shop, [pictured('ba', { status: 'ACTIVE' })]);
    expect(await garment()).toMatchObject({ status: 'DRAFT', publishedAt: null });
    expect((await get(id)).pictures).toEqual({ wanted: 2, stored: 0, failed: 0 });
    await fetchAll(id, fetchPicture);
    expect(await hanging()).toBe('ba');
    expect(await garment()).toMatchObject({ status: 'ACTIVE', publishedAt: expect.any(Date) });
    expect((await get(id)).pictures).toEqual({ wanted: 2, stored: 2, failed: 0 });
    const left = await db().media.count({
      where: { deleteAfter: { not: null }, garmentPictures: { some: { garment: { shopId } } } },
    });
    expect(left).toBe(0);
    const again = await preview(merchant, shop, [pictured('ba', { status: 'ACTIVE' })]);
    expect(await get(again)).toMatchObject({ skips: 1, updates: 0 });
  });

  it('are not fetched where the garment has them, and not stored twice where another has', async () => {
    await take(pictured('a'));
    await take(pictured('ab'), pictured('a', { importKey: 'other' }));
    // Those of two garments are fetched side by side.
    const names = fetched.map((url) => url.slice(-5, -4));
    expect(names.toSorted().join('')).toBe('aab');
    expect(await hanging()).toBe('ab');
    const images = await db().garmentImage.findMany({
      where: { garment: { shopId }, sourceUrl: address('a') },
    });
    expect(images).toHaveLength(2);
    expect(new Set(images.map(({ mediaId }) => mediaId)).size).toBe(1);
    // One of the two may lose it, and the other has it still.
    await take(pictured('b'));
    const media = await db().media.findUniqueOrThrow({ where: { id: images[0]?.mediaId } });
    expect(media.deleteAfter).toBeNull();
  });

  it('that cannot be had are told of, and take away none that are there', async () => {
    await take(pictured('ab'));
    web.set(address('x'), { ok: false, code: 'private_address' });
    web.set(address('y'), { ok: true, bytes: new TextEncoder().encode('no picture') });
    await putOn('c', '#8866aa');
    const id = await take(pictured('cxyz'));
    expect(await hanging()).toBe('cab');
    expect((await get(id)).pictures).toEqual({ wanted: 4, stored: 1, failed: 3 });
    // The shop's own file names them still, in their places, and changes nothing.
    const known = await findKnownGarments(db(), shopId, [(await garment()).id]);
    const [state] = [...known.values()].map((one) => toCatalogItem(one.state, one.slug, ownRules));
    expect(state?.pictures?.map(({ url }) => url)).toEqual([...'cxyzab'].map(address));
    const failed = await listImportPictures(merchant, shop, id);
    expect(failed.map(({ url, reason }) => [url, reason])).toEqual([
      [address('x'), 'This host is not on the open internet, and is not fetched from.'],
      [address('y'), 'This file is not a picture. Please choose a JPEG, PNG or WebP.'],
      [address('z'), 'There is nothing at this address (404).'],
    ]);
    expect(failed[0]?.garment).toEqual({ id: (await garment()).id, title: 'Linen shirt' });

    for (const name of 'xyz') await putOn(name, '#123456');
    await retryImportPictures(merchant, shop, id);
    expect((await get(id)).pictures).toEqual({ wanted: 4, stored: 1, failed: 0 });
    await fetchAll(id, fetchPicture);
    expect((await get(id)).pictures).toEqual({ wanted: 4, stored: 4, failed: 0 });
    expect(await hanging()).toBe('cxyz');
  });

  it('change their order and words without being fetched', async () => {
    await take(pictured('ab'));
    const id = await take(
      catalogItem({ pictures: [{ url: address('b'), alt: 'Back' }, { url: address('a') }] }),
    );
    expect(await hanging()).toBe('ba');
    expect(fetched).toHaveLength(2);
    await undone(merchant, shop, id);
    expect(await hanging()).toBe('ab');
  });

  it('that a look was made with are taken away like by hand, and come back as they were', async () => {
    await take(pictured('a'));
    const image = await db().garmentImage.findFirstOrThrow({ where: { garment: { shopId } } });
    const shopper = await makePerson();
    await db().tryOn.create({
      data: {
        userId: shopper.userId,
        shopId,
        garmentId: image.garmentId ?? '',
        garmentImageId: image.id,
        houseModelId: (await makeHouseModel()).id,
        idempotencyKey: 'look',
        category: 'UPPER_BODY',
        steps: 20,
        guidance: 2,
        seed: 1,
        state: 'cancelled',
        nextActionAt: null,
        finishedAt: new Date(),
      },
    });
    const id = await take(pictured('b'));
    expect(await hanging()).toBe('b');
    await undone(merchant, shop, id);
    expect(await hanging()).toBe('a');
    const back = await db().garmentImage.findFirstOrThrow({ where: { garment: { shopId } } });
    expect(back.id).toBe(image.id);
  });

  it('are fetched once when two tasks do it at the same time', async () => {
    const id = await applied(merchant, shop, [pictured('ab')]);
    await Promise.all([fetchAll(id, fetchPicture), fetchAll(id, fetchPicture)]);
    expect(await hanging()).toBe('ab');
    expect((await get(id)).pictures).toEqual({ wanted: 2, stored: 2, failed: 0 });
  });

  it('are hung beside those of somebody who has changed the garment meanwhile', async () => {
    await take(pictured('a'));
    const id = await applied(merchant, shop, [pictured('b', { status: 'ACTIVE' })]);
    await db().garment.updateMany({
      where: { shopId },
      data: { version: { increment: 1 }, status: 'ARCHIVED' },
    });
    await fetchAll(id, fetchPicture);
    expect(await hanging()).toBe('ba');
    expect(await garment()).toMatchObject({ status: 'ARCHIVED' });
  });

  it('go with an undo: new ones are forgotten, earlier ones come back', async () => {
    await take(pictured('a', { status: 'ACTIVE' }));
    const first = await db().garmentImage.findFirstOrThrow({ where: { garment: { shopId } } });
    await db().garment.updateMany({ where: { shopId }, data: { pinnedImageId: first.id } });
    const id = await take(pictured('b'), pictured('b', { importKey: 'new' }));
    expect(await hanging()).toBe('b');
    expect(await garment()).toMatchObject({ pinnedImageId: null });
    await undone(merchant, shop, id);
    expect(await get(id)).toMatchObject({ restored: 1, removed: 1 });
    expect(await hanging()).toBe('a');
    const back = await db().garmentImage.findFirstOrThrow({
      where: { garment: { shopId } },
      include: { media: true, input: true, pinnedBy: true },
    });
    expect(back).toMatchObject({
      mediaId: first.mediaId,
      inputMediaId: first.inputMediaId,
      pinnedBy: { importKey: 'linen-shirt' },
      media: { deleteAfter: null },
      input: { deleteAfter: null },
    });
    const forgotten = await db().media.count({ where: { deleteAfter: { lte: new Date() } } });
    expect(forgotten).toBeGreaterThanOrEqual(2);
  });

  it('that come after an undo are not hung up', async () => {
    const id = await applied(merchant, shop, [pictured('a')]);
    let taking = false;
    await fetchAll(id, async (url) => {
      if (!taking) {
        taking = true;
        await undone(merchant, shop, id);
      }
      return fetchPicture(url);
    });
    expect(await db().garment.count({ where: { shopId } })).toBe(0);
    expect(await get(id)).toMatchObject({ state: 'undone', removed: 1 });
  });
});
