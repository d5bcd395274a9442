import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { newShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { findShopCaps } from '#lib/server/repositories/shop-caps.ts';
import { makeGarment, makeHouseModel, makePerson } from '#lib/server/testing/shop-floor.ts';
import { freeShopSlug } from './free-shop-slug.ts';
import { getShopHome } from './get-shop-home.ts';
import { getShopSettings } from './get-shop-settings.ts';
import { listShops } from './list-shops.ts';
import { openShop } from './open-shop.ts';
import { setGuideHidden } from './set-guide-hidden.ts';
import { submitTryOn } from './submit-try-on.ts';
import { updateShopSettings } from './update-shop-settings.ts';

afterAll(disconnect);

const newShop = () => ({
  name: 'Maison Test',
  slug: `maison-${randomUUID().slice(0, 13)}`,
  currency: 'SEK' as const,
  tagline: '',
});

async function opened(owner?: Actor) {
  const actor = owner ?? (await makePerson({ role: 'MERCHANT' }));
  const { slug } = await openShop(actor, newShop());
  const { id } = await db().shop.findUniqueOrThrow({ where: { slug } });
  return { actor, slug, id };
}

async function memberOf(shopId: string, role: 'EDITOR' | 'VIEWER') {
  const member = await makePerson({ role: 'MERCHANT' });
  await db().shopMember.create({ data: { shopId, userId: member.userId, role } });
  return member;
}

describe('opening a shop', () => {
  it('makes a merchant its owner, and gives it caps', async () => {
    const { actor, slug, id } = await opened();
    expect(await listShops(actor)).toMatchObject([{ role: 'OWNER', shop: { slug } }]);
    expect(await findShopCaps(db(), id)).toEqual(newShopCaps);
  });

  it('is for merchants', async () => {
    for (const role of ['SHOPPER', 'ADMIN'] as const) {
      const actor = await makePerson({ role });
      await expect(openShop(actor, newShop())).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('gives an address to one shop, also at once, and tells the others of a free one', async () => {
    const people = await Promise.all(
      Array.from({ length: 4 }, () => makePerson({ role: 'MERCHANT' })),
    );
    const shop = newShop();
    const asked = await Promise.allSettled(people.map((person) => openShop(person, shop)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of asked) {
      if (one.status === 'fulfilled') continue;
      expect(one.reason).toMatchObject({ code: 'conflict' });
      expect(one.reason.fields.slug).toContain(`${shop.slug}-2 is free`);
    }
    expect(await freeShopSlug(shop.slug)).toBe(`${shop.slug}-2`);
  });
});

describe('the settings', () => {
  const wanted = { name: 'Other', tagline: 'Cut calmly.', checkoutUrl: null };

  it('are read by the shop’s people and changed by owners', async () => {
    const { actor, slug, id } = await opened();
    const editor = await memberOf(id, 'EDITOR');
    const stranger = await makePerson({ role: 'MERCHANT' });
    await expect(updateShopSettings(editor, slug, wanted)).rejects.toMatchObject({
      code: 'forbidden',
    });
    for (const ask of [
      () => getShopSettings(stranger, slug),
      () => updateShopSettings(stranger, slug, wanted),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'not_found' });
    }
    await updateShopSettings(actor, slug, wanted);
    expect(await getShopSettings(editor, slug)).toMatchObject({ ...wanted, slug, currency: 'SEK' });
    const entries = await db().auditEntry.findMany({
      where: { shopId: id, action: 'shop.settings' },
    });
    expect(entries.map(({ detail }) => detail)).toEqual([{ fields: 'name tagline' }]);
  });

  it('change the currency while nothing has a price in it', async () => {
    const { actor, slug, id } = await opened();
    const inEuro = { ...wanted, currency: 'EUR' as const };
    expect(await updateShopSettings(actor, slug, inEuro)).toMatchObject({ currency: 'EUR' });
    await makeGarment({ shopId: id });
    await expect(
      updateShopSettings(actor, slug, { ...wanted, currency: 'SEK' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    expect(await updateShopSettings(actor, slug, inEuro)).toMatchObject({ currencyFixed: true });
  });
});

describe('the first steps of a shop', () => {
  const doneIn = async (actor: Actor, slug: string) =>
    (await getShopHome(actor, slug)).guide?.steps
      .filter(({ done }) => done)
      .map(({ name }) => name);

  it('are done by what is there, whoever of the shop does it, and stay done', async () => {
    const { actor, slug, id } = await opened();
    const viewer = await memberOf(id, 'VIEWER');
    expect(await doneIn(viewer, slug)).toEqual([]);

    const garment = await makeGarment({ shopId: id });
    const readiness = (to: 'NOT_READY' | 'READY') =>
      db().garment.update({ where: { id: garment.id }, data: { readiness: to } });
    const status = (to: 'DRAFT' | 'ACTIVE' | 'ARCHIVED') =>
      db().garment.update({ where: { id: garment.id }, data: { status: to } });
    await status('DRAFT');
    await readiness('NOT_READY');
    expect(await doneIn(actor, slug)).toEqual(['garments']);
    await readiness('READY');
    expect(await doneIn(actor, slug)).toEqual(['garments', 'pictures']);
    await status('ACTIVE');
    expect(await doneIn(actor, slug)).toEqual(['garments', 'pictures', 'publish']);

    const model = await makeHouseModel();
    const subject = { kind: 'house-model', slug: model.slug } as const;
    const look = async (person: Actor) => {
      const asked = await submitTryOn(person, { garment: garment.slug, subject }, randomUUID());
      await db().tryOn.update({
        where: { id: asked.id },
        data: { state: 'succeeded', nextActionAt: null, finishedAt: new Date() },
      });
    };
    // A shopper's look is not the shop's own.
    await look(await makePerson());
    expect(await doneIn(actor, slug)).toHaveLength(3);
    await look(viewer);
    expect(await doneIn(actor, slug)).toHaveLength(4);

    await status('ARCHIVED');
    await db().shopMember.deleteMany({ where: { shopId: id, userId: viewer.userId } });
    expect(await doneIn(actor, slug)).toHaveLength(4);
  });

  it('are put away by those who may change something, for everybody, and taken out again', async () => {
    const { actor, slug, id } = await opened();
    const viewer = await memberOf(id, 'VIEWER');
    const editor = await memberOf(id, 'EDITOR');
    await expect(setGuideHidden(viewer, slug, true)).rejects.toMatchObject({ code: 'forbidden' });
    await setGuideHidden(editor, slug, true);
    expect((await getShopHome(actor, slug)).guide).toBeNull();
    expect((await getShopHome(viewer, slug)).guide).toBeNull();
    await setGuideHidden(actor, slug, false);
    expect(await doneIn(viewer, slug)).toEqual([]);
    const stranger = await makePerson({ role: 'MERCHANT' });
    await expect(getShopHome(stranger, slug)).rejects.toMatchObject({ code: 'not_found' });
  });
});
