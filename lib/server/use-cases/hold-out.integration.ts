import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { HoldOutView } from '#lib/contracts/figures.ts';
import { parseFigures } from '#lib/domain/figures-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeSellingShop, seenPartOf } from '#lib/server/testing/bag.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { addToBag } from './add-to-bag.ts';
import { findHeldOutShops, hideHeldOut } from './find-held-out-shops.ts';
import { getFigures } from './get-figures.ts';
import { listGarments } from './list-garments.ts';
import { listShopActivity } from './list-shop-activity.ts';
import { recordVisit } from './record-visit.ts';
import { requestOrder } from './request-order.ts';
import { setHoldOut } from './set-hold-out.ts';
import { startGuest } from './start-guest.ts';
import { submitTryOn } from './submit-try-on.ts';

afterAll(disconnect);

let owner: Actor;
let shop: { id: string; slug: string };
let garment: { id: string; slug: string };
beforeEach(async () => {
  owner = await makePerson({ role: 'MERCHANT' });
  ({ shop, garment } = await makeSellingShop({ owner }));
});

const newVisitor = (): Visitor => ({ id: crypto.randomUUID(), hasAccount: false });
const view = (visitor: Visitor) => recordVisit(visitor, { garment: garment.slug, step: 'view' });
const isHeldOut = async (visitor: Visitor | null) =>
  (await findHeldOutShops(visitor, [shop.slug])).has(shop.slug);
const put = (actor: Actor) => addToBag(actor, { garment: garment.slug, size: 'S', quantity: 1 });

async function holdOuts(): Promise<HoldOutView[]> {
  return (await getFigures(owner, shop.slug, parseFigures({}))).holdOuts;
}

async function visitorWho(heldOut: boolean): Promise<Visitor> {
  for (;;) {
    const visitor = newVisitor();
    if ((await isHeldOut(visitor)) === heldOut) return visitor;
  }
}

async function tryOn(actor: Actor) {
  const { id: photoId } = await makePhoto(actor);
  const subject = { kind: 'photo', photoId } as const;
  await submitTryOn(actor, { garment: garment.slug, subject }, crypto.randomUUID());
}

describe('a share of visitors', () => {
  it('is drawn by chance, about as large as was asked for, and stays', async () => {
    await setHoldOut(owner, shop.slug, 20);
    const visitors = Array.from({ length: 400 }, newVisitor);
    const drawn = await Promise.all(visitors.map(isHeldOut));
    const share = drawn.filter(Boolean).length / visitors.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.3);
    expect(await Promise.all(visitors.map(isHeldOut))).toEqual(drawn);
  });

  it('does not see in any list that the garments can be tried on', async () => {
    await setHoldOut(owner, shop.slug, 50);
    const hidden = await visitorWho(true);
    const shown = await visitorWho(false);
    const categories = async (visitor: Visitor | null) =>
      (await listGarments({ shops: [shop.slug] }, visitor)).items.map(({ category }) => category);
    expect(await categories(hidden)).toEqual([null]);
    expect(await categories(shown)).toEqual(['UPPER_BODY']);
    expect(await categories(null)).toEqual(['UPPER_BODY']);
    // Both arms see what the shop took; only one sees what the fitting room made.
    const [own] = (await listGarments({ shops: [shop.slug] }, null)).items;
    if (!own?.image) throw new Error('The garment has no picture.');
    const withWorn = { ...own, worn: own.image };
    const withRendered = { ...own, worn: { ...own.image, rendered: true as const } };
    expect(await hideHeldOut(hidden, [withWorn, withRendered])).toMatchObject([
      { worn: own.image },
      { worn: null },
    ]);
    // Other shops are not in it.
    const other = await makeSellingShop();
    const [card] = (await listGarments({ shops: [other.shop.slug] }, hidden)).items;
    expect(card?.category).toBe('UPPER_BODY');
    expect(card && (await hideHeldOut(hidden, [card]))).toEqual([card]);
  });

  it('never loses what it has: accounts and people with looks of the shop see the button', async () => {
    await setHoldOut(owner, shop.slug, 50);
    const visitor = await visitorWho(true);
    expect(await isHeldOut({ ...visitor, hasAccount: true })).toBe(false);
    const guest = await startGuest(null, visitor.id);
    expect(guest.userId).toBe(visitor.id);
    expect(await isHeldOut(visitor)).toBe(true);
    await tryOn(guest);
    expect(await isHeldOut(visitor)).toBe(false);
  });
});

describe('an experiment', () => {
  it('counts each visitor once, in the arm that she was drawn for', async () => {
    await setHoldOut(owner, shop.slug, 50);
    const hidden = await visitorWho(true);
    const shown = await visitorWho(false);
    for (const visitor of [hidden, hidden, shown]) {
      await Promise.all([view(visitor), view(visitor)]);
    }
    const guest = await startGuest(null, hidden.id);
    await Promise.all([put(guest), put(guest)]);
    const person = { name: 'Ana', email: 'ana@example.org', note: '' };
    await requestOrder(guest, { ...(await seenPartOf(guest, shop)), ...person }, 'order-of-one');
    await put(guest);
    const [running] = await holdOuts();
    expect(running?.arms).toEqual({
      hidden: { visitors: 1, bagged: 1, ordered: 1 },
      shown: { visitors: 1, bagged: 0, ordered: 0 },
    });
  });

  it('has in it whoever could be kept from the button, and nobody else', async () => {
    const early = await startGuest(null, newVisitor().id);
    await tryOn(early);
    await setHoldOut(owner, shop.slug, 50);
    await view({ id: early.userId, hasAccount: false });
    await view({ id: (await makePerson()).userId, hasAccount: true });
    await view({ id: owner.userId, hasAccount: false });
    // Of another shop, and without ever having seen a garment of this one.
    const other = await makeGarment();
    await recordVisit(newVisitor(), { garment: other.slug, step: 'view' });
    await put(await makePerson());
    const [running] = await holdOuts();
    const none = { visitors: 0, bagged: 0, ordered: 0 };
    expect(running?.arms).toEqual({ hidden: none, shown: none });
  });

  it('keeps whom it has drawn when she tries on', async () => {
    await setHoldOut(owner, shop.slug, 50);
    const visitor = await visitorWho(false);
    await view(visitor);
    const guest = await startGuest(null, visitor.id);
    await tryOn(guest);
    await view(visitor);
    await put(guest);
    const [running] = await holdOuts();
    expect(running?.arms.shown).toEqual({ visitors: 1, bagged: 1, ordered: 0 });
  });

  it('is begun, changed and ended by an owner, and each is written down', async () => {
    await setHoldOut(owner, shop.slug, 10);
    await setHoldOut(owner, shop.slug, 10);
    await setHoldOut(owner, shop.slug, 20);
    const visitor = await visitorWho(true);
    await view(visitor);
    await setHoldOut(owner, shop.slug, 0);
    await setHoldOut(owner, shop.slug, 0);
    expect(await isHeldOut(visitor)).toBe(false);
    const all = await holdOuts();
    expect(all.map(({ percent, endedAt }) => [percent, endedAt !== null])).toEqual([
      [20, true],
      [10, true],
    ]);
    expect(all[0]?.arms.hidden.visitors).toBe(1);
    // Who was in it is nowhere any more.
    expect(await db().holdOutVisitor.count({ where: { holdOut: { shopId: shop.id } } })).toBe(0);
    const { items } = await listShopActivity(owner, shop.slug, { limit: 10 });
    expect(items.map(({ action, detail }) => [action, detail.percent]).toReversed()).toEqual([
      ['hold-out.started', 10],
      ['hold-out.ended', 10],
      ['hold-out.started', 20],
      ['hold-out.ended', 20],
    ]);
  });

  it('is one at a time, also when it is begun twice at once', async () => {
    await Promise.all([10, 20, 30].map((percent) => setHoldOut(owner, shop.slug, percent)));
    const running = (await holdOuts()).filter(({ endedAt }) => endedAt === null);
    expect(running).toHaveLength(1);
  });

  it('is begun by nobody but an owner', async () => {
    const editor = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({
      data: { shopId: shop.id, userId: editor.userId, role: 'EDITOR' },
    });
    await expect(setHoldOut(editor, shop.slug, 10)).rejects.toMatchObject({ code: 'forbidden' });
    const stranger = await makePerson({ role: 'MERCHANT' });
    await expect(setHoldOut(stranger, shop.slug, 10)).rejects.toMatchObject({ code: 'not_found' });
  });
});
