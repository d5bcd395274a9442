import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_FAVOURITES } from '#lib/domain/favourites.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { addFavourite } from './add-favourite.ts';
import { keepGuestsThings } from './keep-guests-things.ts';
import { listFavouriteSlugs, listFavourites } from './list-favourites.ts';
import { removeFavourite } from './remove-favourite.ts';

afterAll(disconnect);

let dress: string;
let tee: string;
beforeAll(async () => {
  dress = (await makeGarment({ category: 'DRESS' })).slug;
  tee = (await makeGarment()).slug;
});

async function personWith(...slugs: string[]): Promise<Actor> {
  const person = await makePerson();
  for (const slug of slugs) await addFavourite(person, slug);
  return person;
}

describe('a favourite', () => {
  it('is kept once, however often it is given, and the latest comes first', async () => {
    const person = await personWith(dress, tee, dress);
    expect(await listFavouriteSlugs(person)).toEqual([tee, dress]);
  });

  it('is taken away once, and taking it away again is fine', async () => {
    const person = await personWith(dress, tee);
    await removeFavourite(person, tee);
    await removeFavourite(person, tee);
    expect(await listFavouriteSlugs(person)).toEqual([dress]);
  });

  it('is nobody else’s', async () => {
    const [first, second] = [await personWith(dress), await personWith(dress)];
    await removeFavourite(second, dress);
    expect(await listFavouriteSlugs(first)).toEqual([dress]);
  });

  it('must be a garment of a shop', async () => {
    const person = await makePerson();
    const { slug, id } = await makeGarment();
    await db().garment.update({ where: { id }, data: { status: 'DRAFT' } });
    for (const absent of [slug, 'no-such-garment']) {
      await expect(addFavourite(person, absent)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('that has left the shop is shown as gone, and can be taken out', async () => {
    const { slug, id } = await makeGarment();
    const person = await personWith(dress, slug);
    await db().garment.update({ where: { id }, data: { status: 'ARCHIVED' } });
    const shown = (await listFavourites(person)).map((one) => [one.slug, one.inShop]);
    expect(shown).toEqual([
      [slug, false],
      [dress, true],
    ]);
    await removeFavourite(person, slug);
    expect(await listFavouriteSlugs(person)).toEqual([dress]);
  });

  it('has no room beyond the last place, while those that are there may be given again', async () => {
    const person = await personWith(dress);
    const shop = await makeShop();
    await db().garment.createMany({
      data: Array.from({ length: MOST_FAVOURITES - 1 }, (_, place) => ({
        shopId: shop.id,
        slug: `${shop.slug}-${place}`,
        title: 'One of many',
        category: 'DRESS' as const,
        priceMinor: 100,
        currency: 'EUR',
      })),
    });
    const many = await db().garment.findMany({ where: { shopId: shop.id } });
    await db().favourite.createMany({
      data: many.map(({ id }) => ({ userId: person.userId, garmentId: id })),
    });
    await expect(addFavourite(person, tee)).rejects.toMatchObject({ code: 'conflict' });
    await addFavourite(person, dress);
    expect(await listFavouriteSlugs(person)).toHaveLength(MOST_FAVOURITES);
  });

  it('of a guest moves to the account, and what both liked stays once', async () => {
    const guest = await makePerson({ isGuest: true });
    await addFavourite(guest, dress);
    await addFavourite(guest, tee);
    const account = await personWith(tee);
    await keepGuestsThings(guest.userId, account.userId);
    expect((await listFavouriteSlugs(account)).toSorted()).toEqual([dress, tee].toSorted());
    expect(await db().favourite.count({ where: { userId: guest.userId } })).toBe(0);
  });
});
