import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeSellingShop, seenPartOf } from '#lib/server/testing/bag.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { sizes } from '#lib/server/testing/sizes.ts';
import { addToBag } from './add-to-bag.ts';
import { getBag } from './get-bag.ts';
import { getGarmentOffer } from './get-garment-offer.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { handOverBag } from './hand-over-bag.ts';
import { keepGuestsThings } from './keep-guests-things.ts';
import { removeFromBag } from './remove-from-bag.ts';
import { setBagQuantity } from './set-bag-quantity.ts';
import { startGuest } from './start-guest.ts';
import { updateGarment } from './update-garment.ts';

afterAll(disconnect);

const add = (actor: Actor, { slug: garment }: { slug: string }, size = 'M', quantity = 1) =>
  addToBag(actor, { garment, size, quantity });

/** "M×2, S×1" */
const contents = async (actor: Actor) =>
  (await getBag(actor)).shops
    .flatMap(({ lines }) => lines.map(({ size, quantity }) => `${size}×${quantity}`))
    .join(', ');

describe('the bag', () => {
  it('holds sizes at their own prices, by shop', async () => {
    const guest = await startGuest(null);
    const [one, other] = [await makeSellingShop(), await makeSellingShop()];
    await add(guest, one.garment, 'M', 2);
    await add(guest, other.garment, 'S');
    const bag = await add(guest, one.garment, 'S');
    expect(bag.count).toBe(4);
    expect(bag.shops.map(({ shop, count, total }) => [shop.slug, count, total.minor])).toEqual([
      [one.shop.slug, 3, 2 * 5900 + 4900],
      [other.shop.slug, 1, 4900],
    ]);
  });

  it('has one line of a size, also when it is added twice at once, and never more than 99', async () => {
    const guest = await startGuest(null);
    const { garment } = await makeSellingShop();
    await Promise.all([add(guest, garment), add(guest, garment), add(guest, garment, 'M', 2)]);
    expect(await contents(guest)).toBe('M×4');
    await add(guest, garment, 'M', 99);
    expect(await contents(guest)).toBe('M×99');
  });

  it('takes nothing that cannot be bought', async () => {
    const guest = await startGuest(null);
    const { garment } = await makeSellingShop();
    await expect(add(guest, garment, 'L')).rejects.toMatchObject({ code: 'conflict' });
    await expect(add(guest, garment, 'XS')).rejects.toMatchObject({ code: 'not_found' });
    await db().garment.update({ where: { id: garment.id }, data: { status: 'ARCHIVED' } });
    await expect(add(guest, garment)).rejects.toMatchObject({ code: 'not_found' });
    expect(await getBag(guest)).toEqual({ shops: [], count: 0 });
  });

  it('keeps what is sold out or gone, and does not count it', async () => {
    const guest = await startGuest(null);
    const [one, other] = [await makeSellingShop(), await makeSellingShop()];
    await add(guest, one.garment, 'S');
    await add(guest, one.garment, 'M');
    await add(guest, other.garment);
    await db().garmentVariant.updateMany({
      where: { garmentId: one.garment.id, size: 'M' },
      data: { stock: 0 },
    });
    await db().garment.update({ where: { id: other.garment.id }, data: { status: 'ARCHIVED' } });
    const bag = await getBag(guest);
    expect(bag.count).toBe(1);
    expect(
      bag.shops.map(({ lines, total }) => [lines.map(({ state }) => state), total.minor]),
    ).toEqual([
      [['available', 'sold_out'], 4900],
      [['gone'], 0],
    ]);
  });

  it('keeps a size that the shop has taken off the list, says so, and has it back when the shop has', async () => {
    const guest = await startGuest(null);
    const owner = await makePerson({ role: 'MERCHANT' });
    const { shop, garment } = await makeSellingShop({ owner });
    await add(guest, garment, 'S');
    await add(guest, garment, 'M', 2);
    const sell = async (...names: string[]) => {
      const { version } = await getShopGarment(owner, shop.slug, garment.id);
      const changes = { variants: sizes(...names) };
      const body = { version, changes };
      const { variants } = await updateGarment(owner, shop.slug, garment.id, body);
      return variants.map(({ size }) => size);
    };
    const states = async () =>
      (await getBag(guest)).shops.flatMap(({ lines }) => lines.map(({ state }) => state));

    expect(await sell('S', 'XL')).toEqual(['S', 'XL']);
    expect(await states()).toEqual(['available', 'size_gone']);
    expect(await getBag(guest)).toMatchObject({ count: 1, shops: [{ total: { minor: 4900 } }] });
    const sold = { variants: [{ size: 'S' }, { size: 'XL' }] };
    expect(await getGarmentPage(garment.slug)).toMatchObject(sold);
    expect(await getGarmentOffer(garment.slug)).toMatchObject(sold);
    await expect(add(guest, garment, 'M')).rejects.toMatchObject({
      code: 'not_found',
      message: 'Size M is no longer sold.',
    });

    expect(await sell('M', 'S')).toEqual(['M', 'S']);
    expect(await states()).toEqual(['available', 'available']);
    expect(await contents(guest)).toBe('S×1, M×2');
  });

  it('is its owner’s alone', async () => {
    const [guest, stranger] = [await startGuest(null), await startGuest(null)];
    const { garment } = await makeSellingShop();
    const id = (await add(guest, garment)).shops[0]?.lines[0]?.id ?? '';
    const absent = { code: 'not_found' };
    await expect(setBagQuantity(stranger, id, 5)).rejects.toMatchObject(absent);
    await expect(removeFromBag(stranger, id)).rejects.toMatchObject(absent);
    expect(await contents(guest)).toBe('M×1');
    await setBagQuantity(guest, id, 5);
    expect(await contents(guest)).toBe('M×5');
    await removeFromBag(guest, id);
    await expect(removeFromBag(guest, id)).rejects.toMatchObject(absent);
    expect(await contents(guest)).toBe('');
  });
});

describe('signing in', () => {
  it('brings the guest’s bag into the account’s, same sizes added up', async () => {
    const [guest, account] = [await startGuest(null), await makePerson()];
    const [one, other] = [await makeSellingShop(), await makeSellingShop()];
    await add(account, one.garment, 'S', 2);
    await add(account, one.garment, 'M', 60);
    await add(guest, one.garment, 'M', 60);
    await add(guest, one.garment, 'S');
    await add(guest, other.garment);
    await keepGuestsThings(guest.userId, account.userId);
    expect(await contents(account)).toBe('S×3, M×99, M×1');
    expect(await db().bagLine.count({ where: { userId: guest.userId } })).toBe(0);
  });
});

describe('handing the bag over', () => {
  const template = 'https://shop.example/cart/{lines}';

  it('gives the shop’s checkout what can be had of it, by the shop’s own names', async () => {
    const guest = await startGuest(null);
    const { shop, garment } = await makeSellingShop({ checkoutUrl: template });
    const other = await makeSellingShop({ checkoutUrl: template });
    await add(guest, garment, 'M', 2);
    await add(guest, garment, 'S');
    await add(guest, other.garment, 'S');
    await db().garmentVariant.updateMany({
      where: { garmentId: garment.id, size: 'S' },
      data: { stock: 0 },
    });
    expect((await getBag(guest)).shops[0]?.way).toBe('checkout');
    expect(await handOverBag(guest, await seenPartOf(guest, shop))).toEqual({
      url: 'https://shop.example/cart/40123:2',
    });
    expect(await contents(guest)).toBe('M×2, S×1, S×1');
  });

  it('is refused when the bag is not what was seen', async () => {
    const guest = await startGuest(null);
    const { shop, garment } = await makeSellingShop({ checkoutUrl: template });
    await add(guest, garment);
    const seen = await seenPartOf(guest, shop);
    await add(guest, garment);
    await expect(handOverBag(guest, seen)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is not offered where the shop has no checkout that may be opened, or no name for a size', async () => {
    const guest = await startGuest(null);
    for (const checkoutUrl of [null, 'http://shop.example/{lines}']) {
      const { shop, garment } = await makeSellingShop({ checkoutUrl });
      await add(guest, garment);
      const part = await seenPartOf(guest, shop);
      await expect(handOverBag(guest, part)).rejects.toMatchObject({ code: 'conflict' });
    }
    const nameless = await makeSellingShop({ checkoutUrl: template });
    await db().garmentVariant.updateMany({
      where: { garmentId: nameless.garment.id },
      data: { sku: '', externalId: null },
    });
    const bag = await add(guest, nameless.garment);
    expect(bag.shops.map(({ way }) => way)).toEqual(['request', 'request', 'request']);
  });
});
