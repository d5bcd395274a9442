import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dailyAllowance } from '#lib/domain/allowance.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { compareLooks } from './compare-looks.ts';
import { deleteAllLooks } from './delete-all-looks.ts';
import { getTryOn } from './get-try-on.ts';
import { listPhotos } from './list-photos.ts';
import { listTryOns } from './list-try-ons.ts';
import { setLookFavourite } from './set-look-favourite.ts';
import { submitTryOn } from './submit-try-on.ts';
import { summariseLooks } from './summarise-looks.ts';

await startTestProvider();
afterAll(disconnect);

let slug: string;
beforeAll(async () => {
  slug = (await makeGarment()).slug;
});

async function ask(actor: Actor, garment = slug): Promise<string> {
  const { id: photoId } = await makePhoto(actor);
  const subject = { kind: 'photo' as const, photoId };
  return (await submitTryOn(actor, { garment, subject }, randomUUID())).id;
}

async function makeLook(actor: Actor, garment = slug): Promise<string> {
  const id = await ask(actor, garment);
  await advanceUntilFinal(id);
  return id;
}

const idsOf = async (actor: Actor, only?: 'favourites') =>
  (await listTryOns(actor, { limit: 10, only })).items.map(({ id }) => id);

describe('the heart of a look', () => {
  it('can be set and taken, both more than once, and filters the list', async () => {
    const shopper = await makePerson();
    const [first, second] = [await makeLook(shopper), await makeLook(shopper)];
    await setLookFavourite(shopper, first, true);
    await setLookFavourite(shopper, first, true);
    expect(await idsOf(shopper, 'favourites')).toEqual([first]);
    expect(await idsOf(shopper)).toEqual([second, first]);
    const { view } = await getTryOn(shopper, first);
    expect(view).toMatchObject({ state: 'succeeded', favourite: true });
    await setLookFavourite(shopper, first, false);
    await setLookFavourite(shopper, first, false);
    expect(await idsOf(shopper, 'favourites')).toEqual([]);
  });

  it('makes the version grow with a change only, so that watchers hear of it once', async () => {
    const shopper = await makePerson();
    const id = await makeLook(shopper);
    const version = async () => (await db().tryOn.findUniqueOrThrow({ where: { id } })).version;
    const before = await version();
    await setLookFavourite(shopper, id, false);
    expect(await version()).toBe(before);
    await setLookFavourite(shopper, id, true);
    await setLookFavourite(shopper, id, true);
    expect(await version()).toBe(before + 1);
  });

  it('is for looks of one’s own that have a picture', async () => {
    const shopper = await makePerson();
    const id = await ask(shopper);
    await expect(setLookFavourite(shopper, id, true)).rejects.toMatchObject({ code: 'conflict' });
    const stranger = await makePerson();
    await expect(setLookFavourite(stranger, id, true)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('looks side by side', () => {
  it('come in the order that was asked for, with what the garment costs', async () => {
    const shopper = await makePerson();
    const [first, second] = [await makeLook(shopper), await makeLook(shopper)];
    const compared = await compareLooks(shopper, [second, first]);
    expect(compared.map(({ look }) => look.id)).toEqual([second, first]);
    expect(compared[0]?.pieces[0]?.price).toEqual({ minor: 4900, currency: 'EUR' });
  });

  it('leave out what is somebody else’s, what has no picture and what was deleted', async () => {
    const [shopper, stranger] = [await makePerson(), await makePerson()];
    const [own, foreign, open] = [
      await makeLook(shopper),
      await makeLook(stranger),
      await ask(shopper),
    ];
    const compared = await compareLooks(shopper, [foreign, own, open]);
    expect(compared.map(({ look }) => look.id)).toEqual([own]);
  });

  it('keep a look whose garment has left the shop', async () => {
    const shopper = await makePerson();
    const garment = await makeGarment();
    const id = await makeLook(shopper, garment.slug);
    await db().garment.update({ where: { id: garment.id }, data: { status: 'ARCHIVED' } });
    const [listed] = (await listTryOns(shopper, { limit: 1 })).items;
    expect(listed?.garment.inShop).toBe(false);
    expect(await compareLooks(shopper, [id])).toMatchObject([
      { look: { id }, pieces: [{ price: null }] },
    ]);
  });
});

describe('deleting all looks', () => {
  it('removes the pictures, calls off what waits, and keeps what is being made', async () => {
    const shopper = await makePerson();
    const look = await makeLook(shopper);
    await setLookFavourite(shopper, look, true);
    const sent = await ask(shopper);
    await db().tryOn.update({
      where: { id: sent },
      data: { state: 'running', requestId: randomUUID() },
    });
    const waiting = await ask(shopper);
    const { resultMedia } = await db().tryOn.findUniqueOrThrow({
      where: { id: look },
      include: { resultMedia: true },
    });

    const summary = await summariseLooks(shopper);
    const aDay = dailyAllowance.account;
    expect(summary).toEqual({
      asOf: expect.any(String),
      allowance: { of: 'person', aDay, left: aDay - 3, againAt: null },
      looks: 1,
      favourites: 1,
      others: 0,
      waiting: 1,
      goingOn: 1,
    });
    expect(await deleteAllLooks(shopper, new Date(summary.asOf))).toEqual({
      deleted: 1,
      calledOff: 1,
      goingOn: 1,
    });

    expect(await idsOf(shopper)).toEqual([sent]);
    expect(await storage().head(resultMedia?.storageKey ?? '')).toBeNull();
    expect((await db().tryOn.findUniqueOrThrow({ where: { id: waiting } })).state).toBe(
      'cancelled',
    );
    expect(await listPhotos(shopper)).toHaveLength(3);
    expect(await deleteAllLooks(shopper, new Date())).toEqual({
      deleted: 0,
      calledOff: 0,
      goingOn: 1,
    });
  });

  it('keeps what has ended or was asked for after the looks were counted', async () => {
    const shopper = await makePerson();
    await makeLook(shopper);
    const promised = await ask(shopper);
    await db().tryOn.update({
      where: { id: promised },
      data: { state: 'running', requestId: randomUUID() },
    });
    const { asOf, goingOn } = await summariseLooks(shopper);
    expect(goingOn).toBe(1);
    await db().tryOn.update({
      where: { id: promised },
      data: { state: 'queued', requestId: null },
    });
    await advanceUntilFinal(promised);
    const later = await ask(shopper);

    expect(await deleteAllLooks(shopper, new Date(asOf))).toEqual({
      deleted: 1,
      calledOff: 0,
      goingOn: 1,
    });
    expect(await idsOf(shopper)).toEqual([later, promised]);
    const { view } = await getTryOn(shopper, promised);
    expect(view).toMatchObject({ state: 'succeeded' });
  });

  it('touches nobody else’s', async () => {
    const [shopper, stranger] = [await makePerson(), await makePerson()];
    const look = await makeLook(stranger);
    await deleteAllLooks(shopper, new Date());
    expect(await idsOf(stranger)).toEqual([look]);
  });
});
