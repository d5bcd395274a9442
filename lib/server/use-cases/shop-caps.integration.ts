import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { ALLOWANCE_WINDOW_MS, dailyAllowance } from '#lib/domain/allowance.ts';
import { monthOf, type ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { setShopCaps } from '#lib/server/repositories/shop-caps.ts';
import { countMonthUsage } from '#lib/server/repositories/shop-usage.ts';
import { makeGarment, makeHouseModel, makePerson } from '#lib/server/testing/shop-floor.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { submitTryOn } from './submit-try-on.ts';
import { summariseLooks } from './summarise-looks.ts';

afterAll(disconnect);

const uncapped: ShopCaps = { monthlyTryOns: null, dailyTryOns: null, shopperDailyTryOns: null };

async function shopWith(caps: Partial<ShopCaps>) {
  const { slug: garment, shopId } = await makeGarment();
  await setShopCaps(db(), shopId, { ...uncapped, ...caps });
  const { slug: model } = await makeHouseModel();
  const shop = (await db().shop.findUniqueOrThrow({ where: { id: shopId } })).slug;
  return {
    shopId,
    shop,
    ask: (actor: Actor, now?: Date) =>
      submitTryOn(
        actor,
        { garment, subject: { kind: 'house-model', slug: model } },
        randomUUID(),
        now,
      ),
  };
}

const allowanceIn = async (shop: string, actor: Actor, now?: Date) =>
  (await summariseLooks(actor, { shop, now })).allowance;

describe('the caps of a shop', () => {
  it.each([
    ['monthlyTryOns', 'shop_month_used'],
    ['dailyTryOns', 'shop_day_used'],
  ] as const)('hold all shoppers together to its %s, also at once', async (cap, code) => {
    const { ask, shopId } = await shopWith({ [cap]: 3 });
    const people = await Promise.all(Array.from({ length: 10 }, () => makePerson()));
    const asked = await Promise.allSettled(people.map((person) => ask(person)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    for (const one of asked) {
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code });
    }
    // What was refused has left nothing behind.
    expect(await db().usageEntry.count({ where: { shopId } })).toBe(3);
    expect(await db().tryOn.count({ where: { shopId } })).toBe(3);
  });

  it('hold one shopper back and nobody else, not even when all is asked at once', async () => {
    const { ask, shop } = await shopWith({ shopperDailyTryOns: 2 });
    const shopper = await makePerson();
    const asked = await Promise.allSettled(Array.from({ length: 5 }, () => ask(shopper)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    for (const one of asked) {
      if (one.status === 'rejected') {
        expect(one.reason).toMatchObject({ code: 'shopper_allowance_used' });
        expect(one.reason.retryAfterSeconds).toBeGreaterThan(86_000);
      }
    }
    expect(await allowanceIn(shop, shopper)).toMatchObject({ of: 'shopper', aDay: 2, left: 0 });
    const other = await makePerson();
    await ask(other);
    expect(await allowanceIn(shop, other)).toMatchObject({ of: 'shopper', aDay: 2, left: 1 });
    // In other shops it is the person's own allowance that counts.
    expect((await summariseLooks(shopper)).allowance).toMatchObject({
      of: 'person',
      left: dailyAllowance.account - 2,
    });
  });

  it('do not hold the shop’s own people to what one shopper may ask for', async () => {
    const { ask, shop, shopId } = await shopWith({ shopperDailyTryOns: 1 });
    const member = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({ data: { shopId, userId: member.userId, role: 'VIEWER' } });
    await ask(member);
    await ask(member);
    expect(await allowanceIn(shop, member)).toMatchObject({ of: 'person' });
  });

  it('give back what was called off', async () => {
    const { ask, shop } = await shopWith({ monthlyTryOns: 1 });
    const shopper = await makePerson();
    const { id } = await ask(shopper);
    await expect(ask(shopper)).rejects.toMatchObject({ code: 'shop_month_used' });
    await cancelTryOn(shopper, id);
    expect(await allowanceIn(shop, shopper)).toMatchObject({ of: 'person' });
    await ask(shopper);
  });

  it('begin anew with the month in UTC, to the millisecond', async () => {
    const { ask, shop, shopId } = await shopWith({ monthlyTryOns: 1 });
    const shopper = await makePerson();
    const { id } = await ask(shopper);
    const { start, end } = monthOf(new Date());
    const asked = (at: Date) =>
      db().usageEntry.update({
        where: { tryOnId_kind: { tryOnId: id, kind: 'RESERVE' }, shopId },
        data: { at },
      });
    await asked(start);
    const last = new Date(end.getTime() - 1);
    expect(await allowanceIn(shop, shopper, last)).toEqual({
      of: 'shop-month',
      left: 0,
      againAt: end.toISOString(),
    });
    await expect(ask(shopper, last)).rejects.toMatchObject({ code: 'shop_month_used' });
    expect(await allowanceIn(shop, shopper, end)).toMatchObject({ of: 'person' });
    await asked(new Date(start.getTime() - 1));
    expect(await allowanceIn(shop, shopper)).toMatchObject({ of: 'person' });
  });

  it('count on when somebody who asked is gone, and give back what was called off', async () => {
    const { ask, shopId } = await shopWith({ monthlyTryOns: 5 });
    const [stays, goes] = [await makePerson(), await makePerson()];
    const { id } = await ask(stays);
    await ask(stays);
    await ask(goes);
    await cancelTryOn(stays, id);
    await db().user.delete({ where: { id: goes.userId } });
    const counted = () => countMonthUsage(db(), shopId, monthOf(new Date()));
    expect(await counted()).toBe(2);
    await db().usageEntry.deleteMany({ where: { tryOnId: id, kind: 'RELEASE' } });
    expect(await counted()).toBe(3);
  });

  it('say when a rolling day goes on, and of two that are reached the one that lasts longer', async () => {
    const { ask, shop, shopId } = await shopWith({ dailyTryOns: 2 });
    const shopper = await makePerson();
    await ask(shopper);
    await ask(await makePerson());
    const first = await db().usageEntry.findFirstOrThrow({
      where: { shopId },
      orderBy: { at: 'asc' },
    });
    const againAt = new Date(first.at.getTime() + ALLOWANCE_WINDOW_MS);
    expect(await allowanceIn(shop, shopper)).toEqual({
      of: 'shop-day',
      left: 0,
      againAt: againAt.toISOString(),
    });
    expect(await allowanceIn(shop, shopper, againAt)).toMatchObject({ of: 'person' });
    await setShopCaps(db(), shopId, { ...uncapped, dailyTryOns: 2, monthlyTryOns: 2 });
    const end = monthOf(new Date()).end;
    const later = againAt > end ? 'shop-day' : 'shop-month';
    expect(await allowanceIn(shop, shopper)).toMatchObject({ of: later });
  });
});
