import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { BulkBody } from '#lib/contracts/garment-table.ts';
import { type TableQuery, tableSorts, wholeTable } from '#lib/domain/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { changeGarments } from './change-garments.ts';
import { listGarments } from './list-garments.ts';
import { listShopGarments } from './list-shop-garments.ts';
import { listShopTags } from './list-shop-tags.ts';
import { undoGarmentsChange } from './undo-garments-change.ts';

afterAll(disconnect);

let owner: Actor;
let shop: { id: string; slug: string };
beforeEach(async () => {
  owner = await makePerson({ role: 'MERCHANT' });
  shop = await makeShop(owner);
});

async function make(
  title: string,
  change: Partial<Prisma.GarmentUncheckedCreateInput> = {},
): Promise<string> {
  const { id } = await db().garment.create({
    data: {
      slug: randomUUID(),
      shopId: shop.id,
      title,
      category: 'UPPER_BODY',
      priceMinor: 4900,
      currency: 'EUR',
      ...change,
    },
  });
  return id;
}

const makeMany = (many: number, garment: (n: number) => Partial<Prisma.GarmentCreateManyInput>) =>
  db().garment.createMany({
    data: Array.from({ length: many }, (_, n) => ({
      slug: randomUUID(),
      shopId: shop.id,
      title: '',
      category: null,
      priceMinor: 1900,
      currency: 'EUR',
      ...garment(n),
    })),
  });

const titles = async (asked: Partial<TableQuery>) =>
  (await listShopGarments(owner, shop.slug, asked)).items.map(({ title }) => title);

describe('the table of garments', () => {
  it('pages in every order without gaps and repeats, also among equals', async () => {
    for (const title of ['Cape', 'Belt', 'Belt', 'Apron', 'Cape']) {
      await make(title, { priceMinor: title.length * 100 });
    }
    for (const sort of tableSorts) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listShopGarments(owner, shop.slug, { sort, limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      const whole = await listShopGarments(owner, shop.slug, { sort });
      expect(seen).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(seen).size).toBe(5);
    }
    expect(await titles({ sort: 'title' })).toEqual(['Apron', 'Belt', 'Belt', 'Cape', 'Cape']);
    expect(await titles({ sort: '-title', q: 'e' })).toEqual(['Cape', 'Cape', 'Belt', 'Belt']);
  });

  it('is counted as far as is quick, and on from there when all are to be changed', async () => {
    await makeMany(1_002, (n) => ({ title: `Scarf ${n}` }));
    const count = async (asked: Parameters<typeof listShopGarments>[2]) =>
      (await listShopGarments(owner, shop.slug, { limit: 2, ...asked })).total;
    for (const asked of [{}, { q: 'Scarf' }]) {
      expect(await count(asked)).toEqual({ count: 1_000, orMore: true });
      expect(await count({ ...asked, countAll: true })).toEqual({ count: 1_002, orMore: false });
    }
    expect(await count({ q: 'Scarf 100' })).toEqual({ count: 3, orMore: false });
    expect(await count({ q: 'Scarf 99', limit: 50 })).toEqual({ count: 19, orMore: false });
  });

  it('pages through many that a search finds as through few, with filters and without', async () => {
    await makeMany(1_002, (n) => ({ title: `Scarf ${n}`, priceMinor: 100 + n }));
    await makeMany(4, (n) => ({ title: `Scarf in a box ${n}`, priceMinor: 50 + n }));
    await makeMany(1_001, (n) => ({ title: `Hat ${n}`, priceMinor: n, status: 'ACTIVE' }));
    await db().garment.updateMany({
      where: { shopId: shop.id, title: { in: ['Scarf 7', 'Scarf 9', 'Scarf 11'] } },
      data: { status: 'ACTIVE' },
    });
    const pages = async (asked: Partial<TableQuery>) => {
      const all: string[][] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 3; page += 1) {
        const read = await listShopGarments(owner, shop.slug, { ...asked, limit: 2, cursor });
        all.push(read.items.map(({ title }) => title));
        cursor = read.nextCursor ?? undefined;
        if (!cursor) break;
      }
      return all;
    };
    expect(await pages({ q: 'scarf', sort: 'price' })).toEqual([
      ['Scarf in a box 0', 'Scarf in a box 1'],
      ['Scarf in a box 2', 'Scarf in a box 3'],
      ['Scarf 0', 'Scarf 1'],
    ]);
    expect(await pages({ q: 'box', sort: '-price' })).toEqual([
      ['Scarf in a box 3', 'Scarf in a box 2'],
      ['Scarf in a box 1', 'Scarf in a box 0'],
    ]);
    expect(await pages({ q: 'scarf', sort: 'price', status: 'ACTIVE' })).toEqual([
      ['Scarf 7', 'Scarf 9'],
      ['Scarf 11'],
    ]);
  });

  it('finds all whose SKUs begin alike, however many sizes each of them has', async () => {
    await makeMany(210, (n) => ({ title: `Sock ${n}` }));
    const socks = await db().garment.findMany({ where: { shopId: shop.id }, select: { id: true } });
    await db().garmentVariant.createMany({
      data: socks.flatMap(({ id: garmentId }, n) =>
        ['XS', 'S', 'M', 'L', 'XL'].map((size, position) => {
          const sku = `KNIT-${n}-${size}`;
          return { garmentId, size, sku, position };
        }),
      ),
    });
    const { total } = await listShopGarments(owner, shop.slug, { q: 'knit-' });
    expect(total).toEqual({ count: 210, orMore: false });
    const { changed } = await changeGarments(owner, shop.slug, {
      selection: { all: { ...wholeTable, q: 'knit-' }, count: 210 },
      change: { kind: 'tags', add: ['warm'], remove: [] },
    });
    expect(changed).toBe(210);
  });

  it('is narrowed by each of its filters', async () => {
    await make('Tote', { category: null, tags: ['new', 'canvas'] });
    await make('Tea dress', { category: 'DRESS', status: 'ARCHIVED', tags: ['new'] });
    await make('Boxy tee', { readiness: 'NOT_READY', status: 'ACTIVE' });
    expect(await titles({ kind: 'NONE' })).toEqual(['Tote']);
    expect(await titles({ kind: 'DRESS' })).toEqual(['Tea dress']);
    expect(await titles({ status: 'ACTIVE' })).toEqual(['Boxy tee']);
    expect(await titles({ readiness: 'NOT_READY' })).toEqual(['Boxy tee']);
    // Neither what nobody tries on nor what was put away waits for a picture.
    expect(await titles({ readiness: 'NO_PICTURE' })).toEqual([]);
    expect(await titles({ readiness: 'NO_PICTURE', status: 'ARCHIVED' })).toEqual(['Tea dress']);
    expect(await titles({ tag: 'new', sort: 'title' })).toEqual(['Tea dress', 'Tote']);
    expect(await listShopTags(owner, shop.slug)).toEqual(['new', 'canvas']);
  });

  it('takes as many tags as an import brings, and knows them all', async () => {
    const tags = Array.from({ length: 300 }, () => `${randomUUID()} ${randomUUID()}`);
    const id = await make('Tagged', { tags });
    await db().garment.update({ where: { id }, data: { tags: { push: 'one more' } } });
    expect(await titles({ tag: tags[299] ?? '' })).toEqual(['Tagged']);
    const known = await listShopTags(owner, shop.slug);
    expect(known.length).toBeGreaterThan(0);
    expect([...tags, 'one more']).toEqual(expect.arrayContaining(known));
  });

  it('finds parts of words in any case and accent, all of several, and the beginning of a SKU', async () => {
    const id = await make('Chemise Écru', { colour: 'Off white', productType: 'Blouses' });
    await db().garmentVariant.create({
      data: { garmentId: id, size: 'M', sku: 'CH_100%-M', position: 0 },
    });
    await make('Boxy tee', { colour: 'White' });
    for (const q of ['ECRU', 'hemis', 'white ecru', 'blous', 'ch_1', 'CH_100%']) {
      expect(await titles({ q }), q).toEqual(['Chemise Écru']);
    }
    expect(await titles({ q: 'white' })).toHaveLength(2);
    // Signs that mean something to LIKE mean themselves here.
    for (const q of ['ch_1000', '%', '?!', 'tee ecru']) expect(await titles({ q }), q).toEqual([]);
  });

  it('is not there for other shops’ people, and shows nothing of other shops', async () => {
    await make('Ours');
    const rival = await makePerson({ role: 'MERCHANT' });
    const theirs = await makeShop(rival);
    await expect(listShopGarments(rival, shop.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(listShopTags(rival, shop.slug)).rejects.toMatchObject({ code: 'not_found' });
    expect((await listShopGarments(rival, theirs.slug)).items).toEqual([]);
    expect((await listShopGarments(rival, theirs.slug, { q: 'ours' })).items).toEqual([]);
  });

  it('refuses a place of another order', async () => {
    await make('One');
    await make('Two');
    const { nextCursor } = await listShopGarments(owner, shop.slug, { sort: 'title', limit: 1 });
    await expect(
      listShopGarments(owner, shop.slug, { sort: 'price', cursor: nextCursor ?? '' }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('a change of many garments', () => {
  const change = (body: BulkBody, actor = owner) => changeGarments(actor, shop.slug, body);
  const priceOf = async (id: string) =>
    (await db().garment.findUniqueOrThrow({ where: { id } })).priceMinor;

  it('is made of all at once, told in the log, and taken back once', async () => {
    const ids = [await make('One', { priceMinor: 1000 }), await make('Two', { priceMinor: 1999 })];
    const made = await change({
      selection: { ids },
      change: { kind: 'price-by', basisPoints: -5000 },
    });
    expect(made).toMatchObject({ changed: 2, same: 0, left: { count: 0 } });
    expect(await Promise.all(ids.map(priceOf))).toEqual([500, 1000]);
    const undone = await undoGarmentsChange(owner, shop.slug, made.id ?? '');
    expect(undone.changed).toBe(2);
    expect(await Promise.all(ids.map(priceOf))).toEqual([1000, 1999]);
    await expect(undoGarmentsChange(owner, shop.slug, made.id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    });
    const log = await db().auditEntry.findMany({
      where: { shopId: shop.id },
      orderBy: { id: 'asc' },
    });
    expect(log.map(({ action }) => action)).toEqual(['garments.changed', 'garments.change-undone']);
  });

  it('leaves what somebody has changed since, when it is taken back', async () => {
    const ids = [await make('One'), await make('Two')];
    const { id } = await change({
      selection: { ids },
      change: { kind: 'tags', add: ['sale'], remove: [] },
    });
    await change({ selection: { ids: ids.slice(0, 1) }, change: { kind: 'price', price: '12' } });
    const undone = await undoGarmentsChange(owner, shop.slug, id ?? '');
    expect(undone).toMatchObject({ changed: 1, left: { count: 1, garments: [{ title: 'One' }] } });
    expect(await titles({ tag: 'sale' })).toEqual(['One']);
  });

  it('publishes what has a picture, lists it for shoppers, and names the rest', async () => {
    const bare = await make('Bare');
    const made = await change({
      selection: { ids: [bare] },
      change: { kind: 'status', status: 'ACTIVE' },
    });
    expect(made).toMatchObject({ id: null, changed: 0, left: { garments: [{ title: 'Bare' }] } });
    const media = await db().media.create({
      data: {
        visibility: 'PUBLIC',
        storageKey: randomUUID(),
        contentType: 'image/jpeg',
        sha256: '',
        bytes: 1,
        width: 3,
        height: 4,
      },
    });
    await db().garmentImage.create({
      data: { garmentId: bare, mediaId: media.id, inputMediaId: media.id, position: 0, alt: '' },
    });
    await change({ selection: { ids: [bare] }, change: { kind: 'status', status: 'ACTIVE' } });
    const listed = await listGarments({ shops: [shop.slug] });
    expect(listed.items.map(({ title }) => title)).toEqual(['Bare']);
  });

  it('takes all that the list is narrowed to, if it is still as many as were shown', async () => {
    await make('Old one', { tags: ['old'] });
    await make('Old two', { tags: ['old'] });
    await make('New');
    const all = { q: '', status: null, kind: null, readiness: null, tag: 'old' };
    const archive = { kind: 'status', status: 'ARCHIVED' } as const;
    await expect(change({ selection: { all, count: 3 }, change: archive })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await change({ selection: { all, count: 2 }, change: archive })).toMatchObject({
      changed: 2,
    });
    expect(await titles({ status: 'DRAFT' })).toEqual(['New']);
  });

  it('touches nothing of another shop, and nothing for a viewer', async () => {
    const ids = [await make('Ours')];
    const rival = await makePerson({ role: 'MERCHANT' });
    const theirs = await makeShop(rival);
    const archive = { kind: 'status', status: 'ARCHIVED' } as const;
    await expect(change({ selection: { ids }, change: archive }, rival)).rejects.toMatchObject({
      code: 'not_found',
    });
    const through = { selection: { ids }, change: archive };
    expect(await changeGarments(rival, theirs.slug, through)).toMatchObject({ changed: 0 });
    const viewer = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({
      data: { shopId: shop.id, userId: viewer.userId, role: 'VIEWER' },
    });
    await expect(change({ selection: { ids }, change: archive }, viewer)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { id } = await change({ selection: { ids }, change: archive });
    await expect(undoGarmentsChange(rival, theirs.slug, id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await titles({ status: 'ARCHIVED' })).toEqual(['Ours']);
  });

  it('happens once of two that overlap, whatever their order', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 20; i += 1) ids.push(await make(`Garment ${i}`));
    await Promise.all([
      change({ selection: { ids }, change: { kind: 'tags', add: ['a'], remove: [] } }),
      change({
        selection: { ids: ids.toReversed() },
        change: { kind: 'tags', add: ['b'], remove: [] },
      }),
    ]);
    const rows = await db().garment.findMany({ where: { shopId: shop.id } });
    expect(rows.every(({ tags, version }) => tags.length === 2 && version === 3)).toBe(true);
  });

  it('says what is wrong with a price before it touches anything', async () => {
    await expect(
      change({ selection: { ids: [await make('One')] }, change: { kind: 'price', price: 'x' } }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
