import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeSellingShop, seenPartOf } from '#lib/server/testing/bag.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { addToBag } from './add-to-bag.ts';
import { getBag } from './get-bag.ts';
import { getOrder } from './get-order.ts';
import { keepGuestsThings } from './keep-guests-things.ts';
import { listShopOrders } from './list-shop-orders.ts';
import { requestOrder } from './request-order.ts';
import { startGuest } from './start-guest.ts';

afterAll(disconnect);

const person = { name: 'Robin', email: 'robin@example.org', note: 'By Friday, please.' };

/** Somebody with two of M in the bag, and what she is about to send. */
async function aboutToOrder(owner?: Actor) {
  const guest = await startGuest(null);
  const { shop, garment } = await makeSellingShop({ owner });
  await addToBag(guest, { garment: garment.slug, size: 'M', quantity: 2 });
  const body = { ...(await seenPartOf(guest, shop)), ...person };
  return { guest, shop, garment, body };
}

describe('an order request', () => {
  it('keeps what was asked for as it was, and takes it out of the bag', async () => {
    const { guest, garment, body } = await aboutToOrder();
    const elsewhere = await makeSellingShop();
    await addToBag(guest, { garment: elsewhere.garment.slug, size: 'S', quantity: 1 });
    const order = await requestOrder(guest, body, randomUUID());
    await db().garment.update({
      where: { id: garment.id },
      data: { title: 'Renamed', priceMinor: 1 },
    });
    const expected = {
      ...person,
      total: { minor: 11_800, currency: 'EUR' },
      lines: [{ title: 'Test garment', size: 'M', sku: 'TEE-M', quantity: 2 }],
    };
    expect(order).toMatchObject(expected);
    expect(await getOrder(guest, order.id)).toMatchObject(expected);
    const left = await getBag(guest);
    expect(left.shops.map(({ shop }) => shop.slug)).toEqual([elsewhere.shop.slug]);
  });

  it('is one for one key, also when it is sent twice at once', async () => {
    const { guest, body, shop } = await aboutToOrder();
    const key = randomUUID();
    const [one, other] = await Promise.all([
      requestOrder(guest, body, key),
      requestOrder(guest, body, key),
    ]);
    expect(other).toEqual(one);
    expect(await requestOrder(guest, body, key)).toEqual(one);
    expect(await db().orderRequest.count({ where: { shopId: shop.id } })).toBe(1);
  });

  it('is not made at another price, or of another stock, than was seen', async () => {
    const { guest, garment, body, shop } = await aboutToOrder();
    const variant = { garmentId_size: { garmentId: garment.id, size: 'M' } };
    const refused = { code: 'conflict' };
    await db().garmentVariant.update({ where: variant, data: { priceMinor: 6900 } });
    await expect(requestOrder(guest, body, randomUUID())).rejects.toMatchObject(refused);
    await db().garmentVariant.update({ where: variant, data: { priceMinor: 5900, stock: 0 } });
    await expect(requestOrder(guest, body, randomUUID())).rejects.toMatchObject(refused);
    const now = { ...body, ...(await seenPartOf(guest, shop)) };
    await expect(requestOrder(guest, now, randomUUID())).rejects.toMatchObject(refused);
    expect(await db().orderRequest.count({ where: { shopId: shop.id } })).toBe(0);
    expect((await getBag(guest)).shops).toHaveLength(1);
  });

  it('leaves what is sold out in the bag', async () => {
    const { guest, garment, shop, body } = await aboutToOrder();
    await addToBag(guest, { garment: garment.slug, size: 'S', quantity: 1 });
    await db().garmentVariant.updateMany({
      where: { garmentId: garment.id, size: 'S' },
      data: { stock: 0 },
    });
    const now = { ...body, ...(await seenPartOf(guest, shop)) };
    await requestOrder(guest, now, randomUUID());
    expect((await getBag(guest)).shops[0]?.lines.map(({ size }) => size)).toEqual(['S']);
  });

  it('is seen by who sent it, also after signing in, and by nobody else', async () => {
    const { guest, body } = await aboutToOrder();
    const { id } = await requestOrder(guest, body, randomUUID());
    const account = await makePerson();
    expect(await getOrder(account, id)).toBeNull();
    await keepGuestsThings(guest.userId, account.userId);
    expect(await getOrder(account, id)).toMatchObject(person);
  });
});

describe('a shop', () => {
  it('finds what it was asked for, newest first and page by page, and nothing of other shops', async () => {
    const [owner, stranger] = [
      await makePerson({ role: 'MERCHANT' }),
      await makePerson({ role: 'MERCHANT' }),
    ];
    const { guest, shop, garment, body } = await aboutToOrder(owner);
    const sent = [await requestOrder(guest, body, randomUUID())];
    for (let more = 0; more < 2; more += 1) {
      await addToBag(guest, { garment: garment.slug, size: 'S', quantity: 1 });
      const again = { ...body, ...(await seenPartOf(guest, shop)) };
      sent.unshift(await requestOrder(guest, again, randomUUID()));
    }
    const first = await listShopOrders(owner, shop.slug, { limit: 2 });
    expect(first.items).toEqual(sent.slice(0, 2));
    const second = await listShopOrders(owner, shop.slug, {
      limit: 2,
      cursor: first.nextCursor ?? '',
    });
    expect(second).toEqual({ items: sent.slice(2), nextCursor: null });
    await expect(listShopOrders(stranger, shop.slug, { limit: 2 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
