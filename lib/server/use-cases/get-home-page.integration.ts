import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makeHouseModel, makeShop } from '#lib/server/testing/shop-floor.ts';
import { getHomePage } from './get-home-page.ts';
import { listGarments } from './list-garments.ts';

afterAll(disconnect);

let clock = Date.UTC(2026, 0, 1);
let halden: { id: string; slug: string };

beforeEach(async () => {
  await db().garment.deleteMany();
  await db().houseModel.deleteMany();
  halden = await makeShop();
  for (const name of ['Elsa', 'Noor']) {
    const { id } = await makeHouseModel();
    await db().houseModel.update({ where: { id }, data: { name } });
  }
});

/** Each one newer than the one before; with a second picture when something is said of it. */
async function hang(title: string, second?: string, shopId = halden.id) {
  clock += 1000;
  const { id } = await makeGarment({ shopId });
  await db().garment.update({ where: { id }, data: { title, publishedAt: new Date(clock) } });
  if (second === undefined) return;
  const [first] = await db().garmentImage.findMany({ where: { garmentId: id } });
  if (!first) throw new Error('The garment has no picture.');
  const { mediaId, inputMediaId } = first;
  await db().garmentImage.create({
    data: { garmentId: id, mediaId, inputMediaId, alt: second, position: 1 },
  });
}

const on = (model: string) => `A tee, worn by the house model ${model}`;

describe('the home page', () => {
  it('opens with the newest garment that a house model wears', async () => {
    await hang('Older tee', on('Elsa'));
    await hang('Worn tee', on('Noor'));
    await hang('Tee from behind', 'A tee, back');
    await hang('Newest tee');
    const { hero, wall } = await getHomePage();
    expect(hero).toMatchObject({ garment: { title: 'Worn tee' }, model: { name: 'Noor' } });
    expect(wall.map(({ garment }) => garment.title)).toEqual(['Older tee']);
  });

  it('lets every house model have a turn before anybody has a second', async () => {
    await hang('First tee', on('Elsa'));
    await hang('Second tee', on('Noor'));
    await hang('Third tee', on('Noor'));
    const { hero, wall } = await getHomePage();
    expect([hero, ...wall].map((look) => look?.garment.title)).toEqual([
      'Third tee',
      'First tee',
      'Second tee',
    ]);
  });

  it('hangs no garment twice', async () => {
    for (let each = 0; each < 12; each += 1) {
      await hang(`Tee ${each}`, each % 2 === 0 ? on('Elsa') : undefined);
    }
    const { hero, wall, shops, more } = await getHomePage();
    const hung = [hero, ...wall].map((look) => look?.garment.title);
    const rest = [...shops.flatMap(({ garments }) => garments), ...more].map((g) => g.title);
    expect(new Set([...hung, ...rest]).size).toBe(12);
    expect(hung.length + rest.length).toBe(12);
  });

  it('introduces the shops of the newest garments by name', async () => {
    const [alba, zora] = [await makeShop(), await makeShop()];
    const named = { Zora: zora, Alba: alba };
    await hang('Old tee');
    for (const [name, { id }] of Object.entries(named)) {
      await db().shop.update({ where: { id }, data: { name, tagline: `${name} makes tees.` } });
      await hang(`Tee by ${name}`, undefined, id);
    }
    const { shops } = await getHomePage();
    expect(shops).toMatchObject([
      { name: 'Alba', tagline: 'Alba makes tees.', garments: [{ title: 'Tee by Alba' }] },
      { name: 'Zora', tagline: 'Zora makes tees.', garments: [{ title: 'Tee by Zora' }] },
    ]);
  });

  it('is empty while the shops are', async () => {
    expect(await getHomePage()).toEqual({
      hero: null,
      wall: [],
      shops: [],
      more: [],
      modelCount: 2,
    });
  });
});

describe('a garment’s card', () => {
  it('has the second picture, in the order of the pictures', async () => {
    await hang('Worn tee', on('Noor'));
    await hang('Hung tee');
    const { items } = await listGarments({});
    expect(items).toMatchObject([
      { title: 'Hung tee', image: { alt: 'Test garment' }, worn: null },
      { title: 'Worn tee', image: { alt: 'Test garment' }, worn: { alt: on('Noor') } },
    ]);
  });
});
