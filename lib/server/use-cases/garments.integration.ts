import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GarmentChanges, NewGarmentBody } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import {
  makeHouseModel,
  makePerson,
  makeShop,
  plainPicture,
} from '#lib/server/testing/shop-floor.ts';
import { sizes } from '#lib/server/testing/sizes.ts';
import { addGarmentPicture } from './add-garment-picture.ts';
import { createGarment } from './create-garment.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { listGarments } from './list-garments.ts';
import { listShopGarments } from './list-shop-garments.ts';
import { setGarmentStatus } from './set-garment-status.ts';
import { submitTryOn } from './submit-try-on.ts';
import { updateGarment } from './update-garment.ts';

afterAll(disconnect);

let merchant: Actor;
let rival: Actor;
let shop: string;
let rivalShop: string;
beforeAll(async () => {
  merchant = await makePerson({ role: 'MERCHANT' });
  rival = await makePerson({ role: 'MERCHANT' });
  shop = (await makeShop(merchant)).slug;
  rivalShop = (await makeShop(rival)).slug;
});

const draft = (change: Partial<NewGarmentBody> = {}): NewGarmentBody => ({
  id: randomUUID(),
  title: 'Linen shirt',
  description: '',
  category: 'UPPER_BODY',
  colour: 'Écru',
  material: 'Linen',
  price: '79,50',
  variants: sizes('S', 'M'),
  ...change,
});

const change = (version: number, changes: GarmentChanges = { title: 'Changed' }) => ({
  version,
  changes,
});

describe('a merchant’s garment', () => {
  it('goes from draft to the shop once it has a picture', async () => {
    const created = await createGarment(merchant, shop, draft());
    expect(created).toMatchObject({ status: 'DRAFT', price: { minor: 7950, currency: 'EUR' } });
    expect(await getGarmentPage(created.slug)).toBeNull();
    await expect(setGarmentStatus(merchant, shop, created.id, 'ACTIVE')).rejects.toMatchObject({
      code: 'garment_not_ready',
    });

    const pictured = await addGarmentPicture(merchant, shop, created.id, {
      bytes: await plainPicture(),
      alt: 'Front',
    });
    expect(pictured.pictures).toHaveLength(1);
    await setGarmentStatus(merchant, shop, created.id, 'ACTIVE');
    const page = await getGarmentPage(created.slug);
    expect(page?.images[0]).toMatchObject({ alt: 'Front', width: 300, height: 400 });
    expect(page?.variants.map(({ size }) => size)).toEqual(['S', 'M']);
    expect((await listGarments({})).items.map(({ slug }) => slug)).toContain(created.slug);

    await setGarmentStatus(merchant, shop, created.id, 'ARCHIVED');
    expect(await getGarmentPage(created.slug)).toBeNull();
    expect(await db().auditEntry.count({ where: { subjectId: created.id } })).toBe(4);
  });

  it('keeps apart two of the same name', async () => {
    const first = await createGarment(merchant, shop, draft({ title: 'Twin' }));
    const second = await createGarment(merchant, shop, draft({ title: 'Twin' }));
    expect(second.slug).not.toBe(first.slug);
  });

  it('says what is wrong with a price, beside the field', async () => {
    await expect(createGarment(merchant, shop, draft({ price: 'cheap' }))).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { price: expect.stringContaining('49.90') },
    });
  });

  it('is sold, and not tried on, when it is nothing that anybody can put on', async () => {
    const { id, slug } = await createGarment(
      merchant,
      shop,
      draft({ title: 'Tote', category: null }),
    );
    await addGarmentPicture(merchant, shop, id, { bytes: await plainPicture(), alt: '' });
    await setGarmentStatus(merchant, shop, id, 'ACTIVE');
    expect((await listGarments({ q: 'tote' })).items).toMatchObject([{ slug, category: null }]);
    expect(await getGarmentPage(slug)).toMatchObject({ category: null });
    const shopper = await makePerson();
    const subject = { kind: 'house-model', slug: (await makeHouseModel()).slug } as const;
    await expect(
      submitTryOn(shopper, { garment: slug, subject }, randomUUID()),
    ).rejects.toMatchObject({ code: 'garment_not_ready' });
  });

  it('is not there for another shop’s people', async () => {
    const { id } = await createGarment(merchant, shop, draft());
    expect((await listShopGarments(rival, rivalShop)).items.map((one) => one.id)).not.toContain(id);
    const picture = { bytes: await plainPicture(), alt: '' };
    // Neither through the shop that it belongs to nor through their own.
    const attempts = [shop, rivalShop].flatMap((through) => [
      () => getShopGarment(rival, through, id),
      () => updateGarment(rival, through, id, change(1)),
      () => setGarmentStatus(rival, through, id, 'ARCHIVED'),
      () => addGarmentPicture(rival, through, id, picture),
    ]);
    attempts.push(() => createGarment(rival, shop, draft()));
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('may be looked at but not changed by a viewer', async () => {
    const { id } = await createGarment(merchant, shop, draft());
    const viewer = await makePerson({ role: 'MERCHANT' });
    const { shopId } = await db().garment.findUniqueOrThrow({ where: { id } });
    await db().shopMember.create({ data: { shopId, userId: viewer.userId, role: 'VIEWER' } });
    expect(await getShopGarment(viewer, shop, id)).toMatchObject({ id });
    await expect(updateGarment(viewer, shop, id, change(1))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(createGarment(viewer, shop, draft())).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the shop', () => {
  it('pages without gaps and repeats', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { id } = await createGarment(
        merchant,
        shop,
        draft({ title: `Paged ${i}`, category: 'DRESS' }),
      );
      await addGarmentPicture(merchant, shop, id, { bytes: await plainPicture(), alt: '' });
      await setGarmentStatus(merchant, shop, id, 'ACTIVE');
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listGarments({ category: 'DRESS', limit: 2, cursor });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['Paged 4', 'Paged 3', 'Paged 2', 'Paged 1', 'Paged 0']);
  });
});
