import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#lib/domain/figure-days.ts';
import { type Counts, counters } from '#lib/domain/figures.ts';
import { parseFigures } from '#lib/domain/figures-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeSellingShop, seenPartOf } from '#lib/server/testing/bag.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { withoutDeadlock } from '#lib/server/testing/without-deadlock.ts';
import { addToBag } from './add-to-bag.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { exportFigures } from './export-figures.ts';
import { getFigures } from './get-figures.ts';
import { recordVisit } from './record-visit.ts';
import { requestOrder } from './request-order.ts';
import { startGuest } from './start-guest.ts';
import { submitTryOn } from './submit-try-on.ts';
import { sweepVisits } from './sweep-visits.ts';

afterAll(disconnect);
await startTestProvider();

/** Reserved seeds of the sandbox. */
const seeds = { blocked: 900_000_000_000_001, noPerson: 900_000_000_000_002 };

let owner: Actor;
let shop: { id: string; slug: string };
let garment: { id: string; slug: string };
beforeEach(async () => {
  owner = await makePerson({ role: 'MERCHANT' });
  ({ shop, garment } = await makeSellingShop({ owner }));
});

const newVisitor = (): Visitor => ({ id: crypto.randomUUID(), hasAccount: false });
const guestOf = ({ id }: Visitor) => startGuest(null, id);
const view = (visitor: Visitor | null, now?: Date) =>
  recordVisit(visitor, { garment: garment.slug, step: 'view' }, now);

async function tryOn(actor: Actor, { seed, now }: { seed?: number; now?: Date } = {}) {
  const photo = await makePhoto(actor);
  const body = { garment: garment.slug, subject: { kind: 'photo' as const, photoId: photo.id } };
  const key = crypto.randomUUID();
  return submitTryOn(actor, { ...body, ...(seed === undefined ? {} : { seed }) }, key, now);
}

/** What is not nought. */
const told = (counts: Counts) =>
  Object.fromEntries(counters.flatMap((name) => (counts[name] ? [[name, counts[name]]] : [])));
const figures = (address = '', now?: Date) =>
  getFigures(owner, shop.slug, parseFigures(Object.fromEntries(new URLSearchParams(address))), now);
const sumOf = async (address?: string, now?: Date) => told((await figures(address, now)).sum);

describe('a visit', () => {
  it('is counted from the first look at a garment to the bag and the order', async () => {
    const visitor = newVisitor();
    await view(visitor);
    await recordVisit(visitor, { garment: garment.slug, step: 'open' });
    await recordVisit(visitor, { garment: garment.slug, step: 'choose' });
    const guest = await guestOf(visitor);
    const { id } = await tryOn(guest);
    expect(await sumOf()).toEqual({ views: 1, opens: 1, choices: 1, asks: 1, tryOns: 1 });
    const { costMicros } = await advanceUntilFinal(id);
    await addToBag(guest, { garment: garment.slug, size: 'S', quantity: 1 });
    await addToBag(guest, { garment: garment.slug, size: 'M', quantity: 1 });
    await requestOrder(
      guest,
      { ...(await seenPartOf(guest, shop)), name: 'Ana', email: 'ana@example.org', note: '' },
      crypto.randomUUID(),
    );
    const all = await figures();
    expect(told(all.sum)).toEqual({
      views: 1,
      opens: 1,
      choices: 1,
      asks: 1,
      looks: 1,
      bags: 1,
      bagsAfterLook: 1,
      orders: 1,
      tryOns: 1,
      succeeded: 1,
      costMicros,
    });
    expect(all.since).toBe(dayOf(new Date()));
    expect(all.garments).toHaveLength(1);
    expect(told(all.garments[0] as Counts)).toEqual(told(all.sum));
    expect(told((await figures(`garment=${garment.id}`)).sum)).toEqual(told(all.sum));
  });

  it('counts once a day, however often somebody comes, also at the same time', async () => {
    const visitor = newVisitor();
    const today = new Date();
    const yesterday = new Date(today.getTime() - 86_400_000);
    await Promise.all(Array.from({ length: 20 }, () => view(visitor, today)));
    await view(visitor, yesterday);
    await Promise.all(Array.from({ length: 20 }, () => view(newVisitor(), today)));
    expect(await sumOf()).toEqual({ views: 22 });
    expect(await sumOf('days=7', yesterday)).toEqual({ views: 1 });
  });

  it('has come past each step, although the browser’s word of it was lost', async () => {
    await tryOn(await guestOf(newVisitor()));
    expect(await sumOf()).toEqual({ views: 1, opens: 1, choices: 1, asks: 1, tryOns: 1 });
  });

  it('to the bag without a look is no merit of the fitting room', async () => {
    const guest = await guestOf(newVisitor());
    await addToBag(guest, { garment: garment.slug, size: 'S', quantity: 1 });
    expect(await sumOf()).toEqual({ views: 1, bags: 1 });
  });

  it('is not counted of the shop’s own people, of admins, nor of who asks not to be', async () => {
    const staff = [owner, await makePerson({ role: 'ADMIN' })];
    for (const actor of staff) {
      await view({ id: actor.userId, hasAccount: true });
      await addToBag(actor, { garment: garment.slug, size: 'S', quantity: 1 });
      await advanceUntilFinal((await tryOn(actor)).id);
    }
    await view(null);
    const private_ = { ...(await makePerson()), uncounted: true as const };
    await addToBag(private_, { garment: garment.slug, size: 'S', quantity: 1 });
    expect(await sumOf()).toEqual({});
    // Their try-ons are paid for like all others, and are no visits.
    await advanceUntilFinal((await tryOn(private_)).id);
    expect(await sumOf()).toMatchObject({ tryOns: 1, succeeded: 1 });
    expect(await sumOf()).not.toHaveProperty('asks');
    expect(await sumOf()).not.toHaveProperty('looks');
  });

  it('is of a garment that is in the shop and can be tried on', async () => {
    await db().garment.update({ where: { id: garment.id }, data: { status: 'ARCHIVED' } });
    await view(newVisitor());
    await recordVisit(newVisitor(), { garment: 'no-such-garment', step: 'view' });
    await db().garment.update({
      where: { id: garment.id },
      data: { status: 'ACTIVE', category: null },
    });
    await view(newVisitor());
    const guest = await guestOf(newVisitor());
    await addToBag(guest, { garment: garment.slug, size: 'S', quantity: 1 });
    expect(await sumOf()).toEqual({});
  });

  it('of two orders with the same garments in it waits for nobody who waits for it', async () => {
    const other = await makeGarment({ shopId: shop.id });
    await db().garmentVariant.create({
      data: { garmentId: other.id, size: 'S', stock: 9, position: 0 },
    });
    const guests = await Promise.all(Array.from({ length: 6 }, () => guestOf(newVisitor())));
    for (const [place, guest] of guests.entries()) {
      const slugs = [garment.slug, other.slug];
      for (const slug of place % 2 ? slugs : slugs.toReversed()) {
        await addToBag(guest, { garment: slug, size: 'S', quantity: 1 });
      }
    }
    const parts = await Promise.all(guests.map((guest) => seenPartOf(guest, shop)));
    const person = { name: 'Ana', email: 'ana@example.org', note: '' };
    const order = (guest: Actor, place: number) => {
      const part = parts[place];
      if (!part) throw new Error('A guest without a bag.');
      return requestOrder(guest, { ...part, ...person }, crypto.randomUUID());
    };
    await withoutDeadlock(() => Promise.all(guests.map(order)));
    expect(await sumOf()).toMatchObject({ orders: 12, bags: 12 });
  });
});

describe('a try-on', () => {
  it('stands on the day that it was asked for, by how it ended', async () => {
    const asked = new Date(Date.now() - 3 * 86_400_000);
    const person = await makePerson();
    await advanceUntilFinal((await tryOn(person, { now: asked })).id);
    await advanceUntilFinal((await tryOn(person, { seed: seeds.blocked })).id);
    await advanceUntilFinal((await tryOn(person, { seed: seeds.noPerson })).id);
    const calledOff = await tryOn(person);
    await cancelTryOn(person, calledOff.id);
    expect(await sumOf()).toMatchObject({ tryOns: 3, succeeded: 1, blocked: 1, failed: 1 });
    const day = dayOf(asked);
    expect(await sumOf(`from=${day}&to=${day}`)).toMatchObject({
      tryOns: 1,
      succeeded: 1,
      looks: 1,
    });
  });
});

describe('who may read the figures', () => {
  it('are all of the shop’s people, and nobody else', async () => {
    const viewer = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({
      data: { shopId: shop.id, userId: viewer.userId, role: 'VIEWER' },
    });
    await expect(getFigures(viewer, shop.slug, parseFigures({}))).resolves.toBeDefined();
    for (const other of [
      await makePerson({ role: 'MERCHANT' }),
      await makePerson({ role: 'ADMIN' }),
    ]) {
      await expect(getFigures(other, shop.slug, parseFigures({}))).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(exportFigures(other, shop.slug, parseFigures({}))).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    const foreign = await makeGarment();
    await expect(figures(`garment=${foreign.id}`)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what is told and kept', () => {
  it('leads back to nobody', async () => {
    const visitor = newVisitor();
    await view(visitor);
    const guest = await guestOf(visitor);
    const { id } = await tryOn(guest);
    await advanceUntilFinal(id);
    const { photoId, resultMediaId } = await db().tryOn.findUniqueOrThrow({ where: { id } });
    const rows = await db().visit.findMany({ where: { garmentId: garment.id } });
    const file = await new Response((await exportFigures(owner, shop.slug, parseFigures({}))).body);
    const answers = JSON.stringify([await figures(), rows]) + (await file.text());
    for (const secret of [visitor.id, guest.userId, id, photoId, resultMediaId]) {
      expect(answers).not.toContain(secret);
    }
    // Nor do two visits of one person look alike.
    const other = await makeGarment({ shopId: shop.id });
    await recordVisit(visitor, { garment: other.slug, step: 'view' });
    const names = await db().visit.findMany({
      where: { garmentId: { in: [garment.id, other.id] }, step: 'view' },
    });
    expect(new Set(names.map((row) => row.visitor)).size).toBe(names.length);
  });

  it('is after a week only how many', async () => {
    const now = new Date();
    const lastWeek = new Date(now.getTime() - 7 * 86_400_000);
    await view(newVisitor(), lastWeek);
    await view(newVisitor(), now);
    await sweepVisits(now);
    const kept = await db().visit.findMany({ where: { garmentId: garment.id } });
    expect(kept.map(({ day }) => dayOf(day))).toEqual([dayOf(now)]);
    expect(await sumOf()).toEqual({ views: 2 });
  });
});

describe('a period', () => {
  it('is the sum of its days, whatever spans it is made of', async () => {
    const now = new Date();
    const today = dayOf(now);
    for (const ago of [0, 1, 5, 8, 9, 31, 32, 40, 63, 89]) {
      await view(newVisitor(), new Date(now.getTime() - ago * 86_400_000));
    }
    for (const [first, last] of [
      [0, 0],
      [89, 0],
      [63, 5],
      [40, 31],
      [33, 10],
    ] as const) {
      const address = `from=${addDays(today, -first)}&to=${addDays(today, -last)}`;
      const { sum, days, garments } = await figures(address, now);
      expect(days).toHaveLength(first - last + 1);
      expect(garments[0]?.views ?? 0).toBe(sum.views);
      expect(days.reduce((all, { views }) => all + views, 0)).toBe(sum.views);
    }
    expect(await sumOf('days=90', now)).toEqual({ views: 10 });
    expect(await sumOf('days=90&category=UPPER_BODY', now)).toEqual({ views: 10 });
    expect(await sumOf('days=90&category=DRESS', now)).toEqual({});
  });

  it('comes as a file that no spreadsheet calculates with', async () => {
    await db().garment.update({ where: { id: garment.id }, data: { title: '=1+2' } });
    await view(newVisitor());
    const { body, name } = await exportFigures(owner, shop.slug, parseFigures({}));
    const [headers, ...rows] = (await new Response(body).text()).trimEnd().split('\n');
    expect(headers).toMatch(/^From,To,Garment,Colour,Visits,/);
    expect(rows).toHaveLength(1);
    expect(rows[0]).not.toContain(',=1+2');
    expect(name).toMatch(/\.csv$/);
  });
});
