import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { monthOf, type ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { findMembership } from '#lib/server/repositories/shop-members.ts';
import { makeGarment, makeHouseModel, makePerson } from '#lib/server/testing/shop-floor.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { findCapWarning } from './find-cap-warning.ts';
import { getSpend } from './get-spend.ts';
import { listShopActivity } from './list-shop-activity.ts';
import { setShopCaps } from './set-shop-caps.ts';
import { submitTryOn } from './submit-try-on.ts';

afterAll(disconnect);

const uncapped: ShopCaps = { monthlyTryOns: null, dailyTryOns: null, shopperDailyTryOns: null };

async function shopOf(owner: Actor) {
  const { slug: garment, shopId } = await makeGarment();
  await db().shopMember.create({ data: { shopId, userId: owner.userId, role: 'OWNER' } });
  const { slug } = await db().shop.findUniqueOrThrow({ where: { id: shopId } });
  const { slug: model } = await makeHouseModel();
  const ask = async (costMicros: number | null) => {
    const subject = { kind: 'house-model', slug: model } as const;
    const { id } = await submitTryOn(owner, { garment, subject }, randomUUID());
    await db().tryOn.update({ where: { id }, data: { costMicros } });
    return id;
  };
  const askedAt = async (id: string, at: Date) => {
    await db().tryOn.update({ where: { id }, data: { createdAt: at } });
    await db().usageEntry.updateMany({ where: { tryOnId: id }, data: { at } });
  };
  return { shopId, slug, ask, askedAt };
}

describe('quotas and spend', () => {
  it('sum what was billed by day and month, also of what was given back', async () => {
    const owner = await makePerson({ role: 'MERCHANT' });
    const { slug, ask, askedAt } = await shopOf(owner);
    const now = new Date();
    const { start } = monthOf(now);
    await ask(75_000);
    await cancelTryOn(owner, await ask(null));
    const failed = await ask(75_000);
    await cancelTryOn(owner, failed);
    await askedAt(await ask(80_000), new Date(start.getTime() - 1));

    const spend = await getSpend(owner, slug, now);
    expect(spend.used.month).toBe(1);
    expect(spend.soFar).toEqual({ tryOns: 1, micros: 150_000, billed: 2 });
    expect(spend.days.at(-1)).toMatchObject({ date: now.toISOString().slice(0, 10), tryOns: 1 });
    expect(spend.months).toEqual([
      {
        month: new Date(start.getTime() - 1).toISOString().slice(0, 7),
        tryOns: 1,
        micros: 80_000,
        billed: 1,
      },
    ]);
    // The shop has not been open for a week.
    expect(spend.projection).toBeNull();
  });

  it('are read by everybody of the shop, changed by owners, and not there for others', async () => {
    const owner = await makePerson({ role: 'MERCHANT' });
    const { slug, shopId } = await shopOf(owner);
    const editor = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({ data: { shopId, userId: editor.userId, role: 'EDITOR' } });
    const stranger = await makePerson({ role: 'MERCHANT' });
    const caps = { ...uncapped, monthlyTryOns: 500 };

    expect((await getSpend(editor, slug)).caps).toEqual(uncapped);
    await expect(setShopCaps(editor, slug, caps)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getSpend(stranger, slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(setShopCaps(stranger, slug, caps)).rejects.toMatchObject({ code: 'not_found' });
    await setShopCaps(owner, slug, caps);
    await setShopCaps(owner, slug, caps);
    expect((await getSpend(editor, slug)).caps).toEqual(caps);
    const { items } = await listShopActivity(editor, slug, { limit: 10 });
    expect(items).toMatchObject([{ action: 'shop.caps', detail: { monthlyTryOns: 500 } }]);
  });

  it('warn before the end, and at it', async () => {
    const owner = await makePerson({ role: 'MERCHANT' });
    const { slug, ask } = await shopOf(owner);
    const warning = async () => {
      const member = await findMembership(db(), owner.userId, slug);
      return member && findCapWarning(member);
    };
    await setShopCaps(owner, slug, { ...uncapped, monthlyTryOns: 5 });
    for (let index = 0; index < 3; index += 1) await ask(null);
    expect(await warning()).toBeNull();
    await ask(null);
    expect(await warning()).toEqual({ cap: 'month', percent: 80, used: 4, of: 5 });
    await ask(null);
    expect(await warning()).toMatchObject({ percent: 100 });
  });
});
