import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browse, everything } from '#lib/domain/browse.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeShop } from '#lib/server/testing/shop-floor.ts';
import { getBrowseOptions } from './get-browse-options.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { listGarments } from './list-garments.ts';

afterAll(disconnect);

let halden: { id: string; slug: string };
let marisol: { id: string; slug: string };
beforeAll(async () => {
  halden = await makeShop();
  marisol = await makeShop();
  await db().shop.update({ where: { id: halden.id }, data: { name: 'Halden', slug: 'halden' } });
  await db().shop.update({ where: { id: marisol.id }, data: { name: 'Marisol', slug: 'marisol' } });
});
beforeEach(() => db().garment.deleteMany());

interface Piece {
  title: string;
  category?: GarmentCategory | null;
  colour?: string;
  material?: string;
  description?: string;
  price?: number;
  shop?: 'halden' | 'marisol';
  /** Size → stock. */
  sizes?: Record<string, number>;
  status?: 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
  style?: string;
  publishedAt?: Date;
}

let clock = Date.UTC(2026, 0, 1);

/** Each one newer than the one before. */
async function hang({ shop = 'halden', price = 5000, sizes = {}, ...piece }: Piece) {
  clock += 1000;
  return db().garment.create({
    data: {
      slug: `garment-${randomUUID()}`,
      category: 'UPPER_BODY',
      status: 'ACTIVE',
      currency: 'EUR',
      publishedAt: new Date(clock),
      ...piece,
      priceMinor: price,
      shopId: shop === 'halden' ? halden.id : marisol.id,
      variants: {
        create: Object.entries(sizes).map(([size, stock], position) => ({ size, stock, position })),
      },
    },
    select: { id: true, slug: true },
  });
}

const titles = async (browse: Partial<Browse>) =>
  (await listGarments(browse)).items.map(({ title, colour }) => `${title} ${colour}`.trim());
const search = (q: string, more: Partial<Browse> = {}) => titles({ q, sort: 'relevance', ...more });

describe('a search', () => {
  beforeEach(async () => {
    await hang({ title: 'Boxy tee', colour: 'White', material: 'Organic cotton' });
    await hang({
      title: 'Tea dress',
      colour: 'Terracotta',
      category: 'DRESS',
      shop: 'marisol',
      description: 'Wear it over a tee when it is cold.',
    });
    await hang({ title: 'Wide trousers', colour: 'Navy', category: 'LOWER_BODY' });
    await hang({ title: 'Column dress', colour: 'Écru', category: 'DRESS', material: 'Crêpe' });
  });

  it('finds the beginning of a word that is still being typed', async () => {
    expect(await search('trous')).toEqual(['Wide trousers Navy']);
    expect(await search('colu')).toEqual(['Column dress Écru']);
  });

  it('finds words in any form, without regard to accents and capitals', async () => {
    expect(await search('DRESSES')).toEqual(['Column dress Écru', 'Tea dress Terracotta']);
    expect(await search('ecru')).toEqual(['Column dress Écru']);
    expect(await search('CRÊPE')).toEqual(['Column dress Écru']);
  });

  it('wants all of the words, wherever each of them stands', async () => {
    expect(await search('terracotta dress')).toEqual(['Tea dress Terracotta']);
    expect(await search('dress halden')).toEqual(['Column dress Écru']);
    expect(await search('white dress trousers')).toEqual([]);
  });

  it('puts what is called so before what only speaks of it', async () => {
    expect(await search('tee')).toEqual(['Boxy tee White', 'Tea dress Terracotta']);
  });

  it('knows families of colours and other words for the same thing', async () => {
    expect(await search('blue')).toEqual(['Wide trousers Navy']);
    expect(await search('pants')).toEqual(['Wide trousers Navy']);
    expect(await search('t-shirt')).toEqual(['Boxy tee White', 'Tea dress Terracotta']);
  });

  it('takes a mistyped word for the one that was meant, and says so', async () => {
    for (const [typed, read, found] of [
      ['terracota', 'terracotta', 'Tea dress Terracotta'],
      ['trosuers', 'trousers', 'Wide trousers Navy'],
      ['navy torusers', 'navy trousers', 'Wide trousers Navy'],
      ['erracotta dress', 'terracotta dress', 'Tea dress Terracotta'],
    ] as const) {
      const { items, readAs, total } = await listGarments({
        q: typed,
        sort: 'relevance',
        counted: true,
      });
      expect([readAs, items[0] && `${items[0].title} ${items[0].colour}`]).toEqual([read, found]);
      expect(total).toEqual({ count: 1, orMore: false });
    }
  });

  it('says also when only the stem of a word has led there', async () => {
    const reading = async (q: string) => {
      const { items, readAs, alsoRead } = await listGarments({ q, sort: 'relevance' });
      return [items[0]?.title, readAs, alsoRead];
    };
    expect(await reading('boxi tee')).toEqual(['Boxy tee', 'boxy tee', []]);
    expect(await reading('navi')).toEqual(['Wide trousers', 'navy', []]);
    // Other forms and beginnings are the same word.
    expect(await reading('dresses')).toEqual(['Column dress', null, []]);
    expect(await reading('trouser')).toEqual(['Wide trousers', null, []]);
    expect(await reading('terracot')).toEqual(['Tea dress', null, []]);
  });

  it('says which other words it has searched for, where there are any', async () => {
    await hang({ title: 'Cord pants', category: 'LOWER_BODY' });
    const { items, alsoRead } = await listGarments({ q: 'trousers', sort: 'relevance' });
    expect([items.length, alsoRead]).toEqual([2, ['pants']]);
    expect((await listGarments({ q: 'slacks' })).alsoRead).toEqual(['trousers', 'pants']);
    expect((await listGarments({ q: 'trousers pants' })).alsoRead).toEqual([]);
  });

  it('takes what stands in quotation marks as it is written', async () => {
    for (const q of ['"boxi tee"', '“teas”', '"pants"', '"terracot"', '"terracota"']) {
      expect(await listGarments({ q, sort: 'relevance' })).toMatchObject({
        items: [],
        readAs: null,
        alsoRead: [],
      });
    }
    expect(await search('"boxy tee"')).toEqual(['Boxy tee White']);
    expect(await search('"over a tee"')).toEqual(['Tea dress Terracotta']);
  });

  it('does not turn words that it knows into others', async () => {
    const { items, readAs } = await listGarments({ q: 'navy tee', sort: 'relevance' });
    expect([items, readAs]).toEqual([[], null]);
    expect((await listGarments({ q: 'xylophone', sort: 'relevance' })).readAs).toBeNull();
  });

  it('takes hostile text for the words in it', async () => {
    for (const q of [
      `'; DROP TABLE "Garment"; --`,
      '%',
      '_',
      '\\',
      "'",
      `"dress`,
      'dress & | ! ( ) : * <->',
      'dress\u0000',
      `${'dress '.repeat(2000)}`,
      'x'.repeat(10_000),
      '\ud800dress',
      '🎈',
      ':*',
    ]) {
      const { items } = await listGarments({ q, sort: 'relevance' });
      expect(items.length).toBeLessThanOrEqual(4);
    }
    expect(await search(`"dress' & !`)).toHaveLength(2);
    expect(await search('dress\u0000')).toHaveLength(2);
    expect(await search('?!')).toHaveLength(4);
    expect(await search('%')).toHaveLength(4);
  });
});

describe('a filter', () => {
  beforeEach(async () => {
    const tee = { title: 'Tee', price: 3900 };
    await hang({ ...tee, colour: 'Navy', sizes: { S: 0, M: 3 } });
    await hang({ ...tee, colour: 'Sage', sizes: { S: 2, M: 0 }, shop: 'marisol' });
    await hang({ title: 'Gown', colour: 'Bottle green', category: 'DRESS', price: 12_000 });
    await hang({ title: 'Draft', colour: 'Navy', status: 'DRAFT', sizes: { XS: 5 } });
  });

  it('narrows by kind, colour, shop and price, one on top of the other', async () => {
    expect(await titles({ category: 'DRESS' })).toEqual(['Gown Bottle green']);
    expect(await titles({ colours: ['green'] })).toEqual(['Gown Bottle green', 'Tee Sage']);
    expect(await titles({ colours: ['green', 'blue'], shops: ['halden'] })).toEqual([
      'Gown Bottle green',
      'Tee Navy',
    ]);
    expect(await titles({ priceFrom: 3900, priceTo: 3900 })).toEqual(['Tee Sage', 'Tee Navy']);
    expect(await titles({ priceFrom: 3901 })).toEqual(['Gown Bottle green']);
    expect(await titles({ q: 'tee', colours: ['blue'], sizes: ['M'] })).toEqual(['Tee Navy']);
  });

  it('finds a size only while it is in stock', async () => {
    expect(await titles({ sizes: ['M'] })).toEqual(['Tee Navy']);
    expect(await titles({ sizes: ['S', 'M'] })).toEqual(['Tee Sage', 'Tee Navy']);
    await db().garmentVariant.updateMany({ where: { size: 'M' }, data: { stock: 0 } });
    expect(await titles({ sizes: ['M'] })).toEqual([]);
    await db().garmentVariant.updateMany({ where: { size: 'M' }, data: { stock: 1 } });
    expect(await titles({ sizes: ['M'] })).toEqual(['Tee Sage', 'Tee Navy']);
    await db().garmentVariant.deleteMany({ where: { size: 'M' } });
    expect(await titles({ sizes: ['M'] })).toEqual([]);
  });

  it('follows what its shop and its people change', async () => {
    const { id } = await hang({ title: 'Cape', colour: 'Red' });
    await db().garment.update({ where: { id }, data: { title: 'Cloak', colour: 'Plum' } });
    expect(await search('cape')).toEqual([]);
    expect(await titles({ q: 'cloak', colours: ['purple'] })).toEqual(['Cloak Plum']);
    await db().shop.update({ where: { id: halden.id }, data: { name: 'Haldenau' } });
    expect(await search('haldenau cloak')).toEqual(['Cloak Plum']);
    await db().shop.update({ where: { id: halden.id }, data: { name: 'Halden' } });
    await db().garment.update({ where: { id }, data: { status: 'ARCHIVED' } });
    expect(await search('cloak')).toEqual([]);
  });

  it('offers only what can be found', async () => {
    const { colours, sizes, shops } = await getBrowseOptions(everything);
    expect(colours).toEqual(['blue', 'green']);
    expect(sizes).toEqual(['S', 'M']);
    expect(shops.map(({ slug }) => slug)).toEqual(['halden', 'marisol']);
  });

  it('offers the sizes of what nobody can try on, where all kinds are looked at', async () => {
    await hang({ title: 'Signet ring', category: null, sizes: { '54': 1 } });
    expect((await getBrowseOptions(everything)).sizes).toContain('54');
    const tops = { ...everything, category: 'UPPER_BODY' } as const;
    expect((await getBrowseOptions(tops)).sizes).not.toContain('54');
    await db().garment.deleteMany({ where: { title: 'Signet ring' } });
  });

  it('offers no size that a shop has taken off its list', async () => {
    const { id } = await hang({ title: 'Parka', sizes: { XXL: 1 } });
    expect((await getBrowseOptions(everything)).sizes).toEqual(['S', 'M', 'XXL']);
    await db().garmentVariant.updateMany({
      where: { garmentId: id },
      data: { retiredAt: new Date(), stock: 0 },
    });
    expect((await getBrowseOptions(everything)).sizes).toEqual(['S', 'M']);
  });

  it('offers the sizes of the kind and the shops that are looked at', async () => {
    const sizes = async (browse: Partial<Browse>) =>
      (await getBrowseOptions({ ...everything, ...browse })).sizes;
    const jeans = await hang({
      title: 'Jeans',
      category: 'LOWER_BODY',
      sizes: { W28: 1, W30: 1, W32: 0 },
    });
    expect(await sizes({})).toEqual(['S', 'M', 'W28', 'W30']);
    expect(await sizes({ category: 'LOWER_BODY' })).toEqual(['W28', 'W30']);
    expect(await sizes({ category: 'UPPER_BODY' })).toEqual(['S', 'M']);
    expect(await sizes({ category: 'DRESS' })).toEqual([]);
    expect(await sizes({ shops: ['marisol'] })).toEqual(['S']);
    expect(await sizes({ shops: ['marisol', 'halden'], category: 'UPPER_BODY' })).toEqual([
      'S',
      'M',
    ]);
    // It is all told by the stock, the kind and the shop, whichever changes.
    const where = { id: jeans.id };
    await db().garmentVariant.updateMany({ where: { size: 'W30' }, data: { stock: 0 } });
    expect(await sizes({ category: 'LOWER_BODY' })).toEqual(['W28']);
    await db().garment.update({ where, data: { category: 'DRESS' } });
    expect(await sizes({ category: 'DRESS' })).toEqual(['W28']);
    await db().garment.update({ where, data: { shopId: marisol.id } });
    expect(await sizes({ shops: ['halden'] })).toEqual(['M']);
    await db().garment.update({ where, data: { status: 'ARCHIVED' } });
    expect(await sizes({})).toEqual(['S', 'M']);
  });

  it('keeps apart what two people write about one garment at once', async () => {
    const { id } = await hang({ title: 'Scarf', sizes: { M: 0 } });
    await Promise.all([
      db().garment.update({ where: { id }, data: { title: 'Shawl' } }),
      db().garmentVariant.updateMany({ where: { garmentId: id }, data: { stock: 4 } }),
    ]);
    expect(await search('shawl', { sizes: ['M'] })).toEqual(['Shawl']);
  });
});

describe('pages', () => {
  const all = async (browse: Partial<Browse>, between = async () => {}) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listGarments({ ...browse, limit: 3, cursor });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
      await between();
    } while (cursor && seen.length < 50);
    return seen;
  };
  beforeEach(async () => {
    for (let i = 0; i < 10; i += 1) {
      await hang({
        title: i % 2 ? `Tee ${i}` : `Top ${i}`,
        description: 'Goes with a tee.',
        price: 1000 * (i % 3),
        // Three at one time, so that ids must tell them apart.
        ...(i > 6 ? { publishedAt: new Date(Date.UTC(2026, 5, 1)) } : {}),
      });
    }
  });

  it('show everything once, however it is sorted', async () => {
    for (const sort of ['newest', 'price-up', 'price-down', 'relevance'] as const) {
      const seen = await all({ q: 'tee', sort });
      expect(new Set(seen).size).toBe(10);
      expect(seen).toHaveLength(10);
    }
  });

  it('sort by price, and by match first', async () => {
    const prices = async (sort: Browse['sort']) =>
      (await listGarments({ sort })).items.map(({ price }) => price.minor);
    const up = await prices('price-up');
    expect(up).toEqual(up.toSorted((a, b) => a - b));
    expect(await prices('price-down')).toEqual(up.toReversed());
    const matches = await all({ q: 'tee', sort: 'relevance' });
    expect(matches.slice(0, 5).every((title) => title.startsWith('Tee'))).toBe(true);
    expect(matches.slice(5).every((title) => title.startsWith('Top'))).toBe(true);
  });

  it('repeat and skip nothing while garments come and go', async () => {
    for (const sort of ['newest', 'price-up', 'relevance'] as const) {
      const before = await all({ q: 'tee', sort });
      const during = await all({ q: 'tee', sort }, async () => {
        await hang({ title: 'Late tee', price: 1000 });
      });
      expect(during.filter((title) => title !== 'Late tee')).toEqual(before);
      await db().garment.deleteMany({ where: { title: 'Late tee' } });
    }
  });

  it('show also what lies behind a thousand others', async () => {
    const { id } = await hang({ title: 'Newest tee' });
    await db().$executeRaw`
      INSERT INTO "Garment"
        (id, "shopId", slug, title, category, status, "priceMinor", currency, "publishedAt", "updatedAt")
      SELECT gen_random_uuid(), "shopId", 'crowd-' || number, 'Crowd', category, status, 500, currency,
        "publishedAt", "updatedAt"
      FROM "Garment" CROSS JOIN generate_series(1, 1100) AS number WHERE id = ${id}`;
    await db().garment.delete({ where: { id } });
    for (const sort of ['newest', 'price-up', 'price-down', 'relevance'] as const) {
      const seen = await all({ q: 'tee', sort, priceTo: 1000 });
      expect(seen).toHaveLength(7);
    }
    const { total } = await listGarments({ q: 'tee', limit: 3, counted: true });
    expect(total).toEqual({ count: 10, orMore: false });
    const crowd = await listGarments({ q: 'crowd', limit: 3, counted: true });
    expect(crowd.total).toEqual({ count: 500, orMore: true });
  });

  it('count all of them on the first one', async () => {
    const first = await listGarments({ limit: 3, counted: true });
    expect(first.total).toEqual({ count: 10, orMore: false });
    const second = await listGarments({
      limit: 3,
      cursor: first.nextCursor ?? '',
      counted: true,
    });
    expect(second.total).toBeNull();
  });

  it('refuse a place of another list', async () => {
    const { nextCursor } = await listGarments({ limit: 3 });
    for (const cursor of [`${nextCursor}x`, 'n.1.2', "n.1'--", '\u0000']) {
      await expect(listGarments({ cursor })).rejects.toMatchObject({ code: 'invalid_input' });
    }
    await expect(
      listGarments({ cursor: nextCursor ?? '', sort: 'price-up' }),
    ).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('the colours of a garment', () => {
  it('know each other by their style, within their shop', async () => {
    const { slug } = await hang({ title: 'Tee', colour: 'Navy', style: 'tee' });
    await hang({ title: 'Our tee', colour: 'Sage', style: 'tee' });
    await hang({ title: 'Tee', colour: 'Red', style: 'tee', shop: 'marisol' });
    await hang({ title: 'Tee', colour: 'Black', style: 'tee', status: 'ARCHIVED' });
    const page = await getGarmentPage(slug);
    expect(page?.colours.map(({ colour }) => colour)).toEqual(['Navy', 'Sage']);
  });

  it('know each other by their title where there is no style', async () => {
    const { slug } = await hang({ title: 'Tee', colour: 'Navy' });
    expect((await getGarmentPage(slug))?.colours).toEqual([]);
    await hang({ title: 'Tee', colour: 'Sage' });
    expect((await getGarmentPage(slug))?.colours).toHaveLength(2);
  });
});
