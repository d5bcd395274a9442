import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { adminShopsQuery } from '#lib/contracts/admin-shops.ts';
import { newShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { suspendShopRow } from '#lib/server/repositories/admin-shops.ts';
import { holdShop } from '#lib/server/repositories/new-try-ons.ts';
import { holdGarment } from '#lib/server/repositories/picture-readiness.ts';
import { lockShop } from '#lib/server/repositories/shops.ts';
import { makeSellingShop } from '#lib/server/testing/bag.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeHouseModel, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { untilOneWaits } from '#lib/server/testing/until-one-waits.ts';
import { addFavourite } from './add-favourite.ts';
import { addToBag } from './add-to-bag.ts';
import { getBag } from './get-bag.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { getGarmentPreview } from './get-garment-preview.ts';
import { getShopForAdmin } from './get-shop-for-admin.ts';
import { getShopSettings } from './get-shop-settings.ts';
import { liftShopSuspension } from './lift-shop-suspension.ts';
import { listFavourites } from './list-favourites.ts';
import { listGarmentAddresses } from './list-garment-addresses.ts';
import { listGarments } from './list-garments.ts';
import { listShopsForAdmin } from './list-shops-for-admin.ts';
import { makeModelLook } from './make-model-look.ts';
import { setShopCapsForAdmin } from './set-shop-caps-for-admin.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendShop } from './suspend-shop.ts';
import { updateShopSettings } from './update-shop-settings.ts';

await startTestProvider();
afterAll(disconnect);

let admin: Actor;
let owner: Actor;
let shopper: Actor;
let shop: { id: string; slug: string };
let garment: { id: string; slug: string };
beforeEach(async () => {
  admin = await makePerson({ role: 'ADMIN' });
  owner = await makePerson({ role: 'MERCHANT' });
  shopper = await makePerson();
  ({ shop, garment } = await makeSellingShop({ owner }));
});

const listed = async () => (await listGarments({ shops: [shop.slug] })).items.length;
const tryOn = async () => {
  const { id: photoId } = await makePhoto(shopper);
  const subject = { kind: 'photo' as const, photoId };
  return submitTryOn(shopper, { garment: garment.slug, subject }, randomUUID());
};

describe('a suspended shop', () => {
  it('vanishes for shoppers, and comes back as it was', async () => {
    await addFavourite(shopper, garment.slug);
    const pageThere = async () => (await getGarmentPage(garment.slug)) !== null;
    expect(await listed()).toBe(1);
    expect(await pageThere()).toBe(true);

    await suspendShop(admin, shop.slug, 'Counterfeits');
    expect(await listed()).toBe(0);
    expect(await pageThere()).toBe(false);
    const liked = await listFavourites(shopper);
    expect(liked).toMatchObject([{ slug: garment.slug, inShop: false }]);
    const addresses = await listGarmentAddresses();
    expect(addresses.map(({ slug }) => slug)).not.toContain(garment.slug);
    await expect(tryOn()).rejects.toMatchObject({ code: 'not_found', message: expect.any(String) });
    // Published while it is suspended, or changed: it stays away.
    await db().garment.update({ where: { id: garment.id }, data: { title: 'Another title' } });
    expect(await listed()).toBe(0);
    expect(await db().listedSize.count({ where: { shopId: shop.id } })).toBe(0);

    await liftShopSuspension(admin, shop.slug);
    expect(await listed()).toBe(1);
    expect(await pageThere()).toBe(true);
    expect(await db().listedSize.count({ where: { shopId: shop.id } })).toBeGreaterThan(0);
  });

  it('waits for whoever makes a look of a garment, and is not waited for', async () => {
    const { tagline, checkoutUrl } = await getShopSettings(owner, shop.slug);
    const renamed = { name: 'Another name', tagline, checkoutUrl };
    for (const change of [
      () => suspendShop(admin, shop.slug, 'Counterfeits'),
      () => liftShopSuspension(admin, shop.slug),
      () => updateShopSettings(owner, shop.slug, renamed),
    ]) {
      let changed: Promise<unknown> | undefined;
      await db().$transaction(async (tx) => {
        await holdGarment(tx, garment.id);
        changed = change();
        await untilOneWaits(tx);
        await holdShop(tx, shop.id);
      });
      await changed;
    }
    expect(await listed()).toBe(1);
  });

  it('sells nothing that is in a bag already', async () => {
    const [size] = await db().garmentVariant.findMany({ where: { garmentId: garment.id } });
    const line = { garment: garment.slug, size: size?.size ?? '', quantity: 1 };
    await addToBag(shopper, line);
    await suspendShop(admin, shop.slug, 'Counterfeits');
    const bag = await getBag(shopper);
    expect(JSON.stringify(bag)).toContain('"state":"gone"');
    await expect(addToBag(shopper, line)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lets its people look and change nothing', async () => {
    await suspendShop(admin, shop.slug, 'Counterfeits');
    const settings = await getShopSettings(owner, shop.slug);
    const { name, tagline, checkoutUrl } = settings;
    await expect(
      updateShopSettings(owner, shop.slug, { name, tagline, checkoutUrl }),
    ).rejects.toMatchObject({ code: 'forbidden', message: expect.stringMatching(/suspended/) });
    expect(await getGarmentPreview(owner, shop.slug, garment.id)).toMatchObject({
      status: 'ACTIVE',
      shown: false,
    });
  });

  it('takes nothing in that was asked for a moment before', async () => {
    const at = { shop: shop.slug, id: garment.id, model: (await makeHouseModel()).slug };
    const asks = [
      { ask: tryOn, code: 'not_found' },
      { ask: () => makeModelLook(owner, at, { again: false }, randomUUID()), code: 'forbidden' },
    ];
    for (const { ask, code } of asks) {
      let answer: Promise<unknown> | undefined;
      await db().$transaction(async (tx) => {
        await lockShop(tx, shop.id);
        await suspendShopRow(tx, shop.id, { reason: 'Counterfeits', now: new Date() });
        // It has seen the shop open, and stands before its row.
        answer = Promise.allSettled([ask()]);
        await untilOneWaits(tx);
      });
      expect(await answer).toMatchObject([{ status: 'rejected', reason: { code } }]);
      await liftShopSuspension(admin, shop.slug);
    }
    expect(await db().tryOn.count({ where: { shopId: shop.id } })).toBe(0);
  });

  it('is suspended once, with its reason for admins and an entry for its people', async () => {
    await suspendShop(admin, shop.slug, 'Counterfeits');
    await expect(suspendShop(admin, shop.slug, 'Again')).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await getShopForAdmin(admin, shop.slug)).toMatchObject({
      suspendedReason: 'Counterfeits',
      suspendedAt: expect.any(String),
    });
    await liftShopSuspension(admin, shop.slug);
    const entries = await db().auditEntry.findMany({
      where: { shopId: shop.id, actorId: admin.userId },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['shop.suspended', null],
      ['shop.suspension-lifted', null],
    ]);
  });
});

describe('shops as admins see them', () => {
  it('tell what they have and what they came to this month', async () => {
    await advanceUntilFinal((await tryOn()).id);
    const { items } = await listShopsForAdmin(
      admin,
      adminShopsQuery.parse({ search: shop.slug.toUpperCase() }),
    );
    expect(items).toMatchObject([
      { slug: shop.slug, members: 1, garments: 1, tryOns: 1, openCases: 0 },
    ]);
    expect(items[0]?.costMicros).toBeGreaterThan(0);
    const { team } = await getShopForAdmin(admin, shop.slug);
    expect(team).toMatchObject([{ userId: owner.userId, role: 'OWNER' }]);
  });

  it('get their caps from an admin too, which their people read of', async () => {
    await setShopCapsForAdmin(admin, shop.slug, { ...newShopCaps, monthlyTryOns: 5 });
    expect((await getShopForAdmin(admin, shop.slug)).caps.monthlyTryOns).toBe(5);
    expect(
      await db().auditEntry.findFirst({ where: { shopId: shop.id, action: 'shop.caps' } }),
    ).toMatchObject({ actorId: admin.userId });
  });

  it('are for admins only', async () => {
    for (const act of [
      () => listShopsForAdmin(owner, adminShopsQuery.parse({})),
      () => getShopForAdmin(owner, shop.slug),
      () => setShopCapsForAdmin(owner, shop.slug, newShopCaps),
      () => suspendShop(owner, shop.slug, 'Why'),
      () => liftShopSuspension(owner, shop.slug),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    }
    await expect(getShopForAdmin(admin, 'no-such-shop')).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
