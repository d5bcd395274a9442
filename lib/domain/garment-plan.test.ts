import { describe, expect, it } from 'vitest';
import type { CatalogItem } from './catalog-item.ts';
import {
  allPictures,
  type FileFormat,
  type GarmentState,
  ONE_SIZE,
  planGarment,
} from './garment-plan.ts';

const item = (change: Partial<CatalogItem> = {}): CatalogItem => ({
  importKey: 'linen-shirt',
  lines: { from: 2, to: 3 },
  title: 'Linen shirt',
  category: { value: 'UPPER_BODY', because: 'product_type' },
  price: { minor: 7950, currency: null },
  source: {},
  problems: [],
  ...change,
});

const state = (change: Partial<GarmentState> = {}): GarmentState => ({
  importKey: 'linen-shirt',
  title: 'Linen shirt',
  description: '',
  category: 'UPPER_BODY',
  status: 'DRAFT',
  colour: '',
  style: null,
  material: '',
  productType: '',
  tags: [],
  priceMinor: 7950,
  currency: 'EUR',
  sizeChart: null,
  source: {},
  sourceFormat: null,
  pictures: [],
  unfetched: [],
  variants: [],
  ...change,
});

type Picture = GarmentState['pictures'][number];

const format: FileFormat = {
  name: 'shopify',
  idOf: (header) => header.toLowerCase(),
  isUnderstood: (header) => header.toLowerCase() === 'option1 name',
  isField: (header) => header.toLowerCase() === 'status',
  countsStock: true,
};

const variant = { size: 'S', source: {} };
const plan = (change: Partial<CatalogItem>, before: GarmentState | null = null) =>
  planGarment(item(change), before, { currency: 'EUR', choice: null, format });

function planned(change: Partial<CatalogItem>, before: GarmentState | null = null) {
  const made = plan(change, before);
  if (made.action === 'SKIP' || made.action === 'ERROR') throw new Error(JSON.stringify(made));
  return made;
}

describe('a garment that the shop has not', () => {
  it('is made of what the file says, as a draft', () => {
    const { action, after, changed } = planned({ tags: ['linen'] });
    expect(action).toBe('CREATE');
    expect(after).toEqual(state({ tags: ['linen'] }));
    expect(changed).toEqual(['title', 'category', 'status', 'price', 'tags']);
  });

  it('needs a title and a price', () => {
    const made = plan({ title: undefined, price: undefined });
    expect(made.action).toBe('ERROR');
    expect(made.problems.map(({ line, message }) => [line, message])).toEqual([
      [2, 'It has no title. Give it one in the file.'],
      [2, 'It has no price, and a new garment needs one.'],
    ]);
  });

  it('waits for somebody to say what it is when the file does not', () => {
    const unknown = { value: null, because: 'unknown' } as const;
    expect(plan({ category: unknown })).toMatchObject({ action: 'SKIP', reason: 'undecided' });
    expect(plan({ category: undefined })).toMatchObject({ action: 'SKIP', reason: 'undecided' });
    const choice = { category: 'DRESS' } as const;
    expect(
      planGarment(item({ category: unknown }), null, { currency: 'EUR', choice, format }),
    ).toMatchObject({ action: 'CREATE', after: { category: 'DRESS' } });
  });

  it('may be one that nobody can try on', () => {
    const { after } = planned({ category: { value: null, because: 'product_type' } });
    expect(after.category).toBeNull();
  });

  it('is kept out by an error of the file, and let in with a warning', () => {
    const problem = { line: 2, column: 'Price', message: '…' };
    expect(plan({ problems: [{ ...problem, severity: 'error' }] }).action).toBe('ERROR');
    expect(plan({ problems: [{ ...problem, severity: 'warning' }] }).action).toBe('CREATE');
  });

  it('is not sold in another currency than the shop’s', () => {
    const made = plan({ price: { minor: 7950, currency: 'USD' } });
    expect(made.problems[0]?.message).toBe('Its price is in USD, and this shop sells in EUR.');
    expect(plan({ price: { minor: 7950, currency: 'EUR' } }).action).toBe('CREATE');
  });

  it('is not published without a picture', () => {
    const bare = planned({ status: 'ACTIVE' });
    expect(bare.after.status).toBe('DRAFT');
    expect(bare.problems).toMatchObject([{ severity: 'warning' }]);
    const pictures = [{ url: 'https://shop.example/a.jpg' }];
    expect(planned({ status: 'ACTIVE', pictures }).after).toMatchObject({
      status: 'ACTIVE',
      pictures: [{ url: 'https://shop.example/a.jpg', alt: 'Linen shirt' }],
    });
  });

  it('has one size when the file names none, and each size once', () => {
    expect(planned({ variants: [{ size: '', source: {} }] }).after.variants).toMatchObject([
      { size: ONE_SIZE, stock: 1 },
    ]);
    const twice = plan({ variants: [variant, variant] });
    expect(twice.problems[0]?.message).toContain('“S” twice');
  });
});

describe('a garment that the shop has', () => {
  it('is left alone when nothing changes', () => {
    expect(plan({}, state())).toMatchObject({ action: 'SKIP', reason: 'unchanged' });
  });

  it('is left alone when only the order of the database’s keys differs', () => {
    const before = state({ source: { b: '2', a: '1' } });
    expect(plan({ source: { a: '1', b: '2' } }, before).action).toBe('SKIP');
  });

  it('keeps what the file has no column for, and loses what a cell leaves blank', () => {
    const before = state({ material: 'Linen', colour: 'Écru', style: 'shirts', tags: ['a'] });
    expect(plan({}, before).action).toBe('SKIP');
    const { after, changed } = planned({ material: '', style: '', tags: [] }, before);
    expect(changed).toEqual(['style', 'material', 'tags']);
    expect(after).toMatchObject({ material: '', style: null, tags: [], colour: 'Écru' });
  });

  it('keeps the columns that mean nothing here, by the names that it has for them', () => {
    const before = state({ source: { Vendor: 'Halden', 'SEO Title': 'x' } });
    expect(plan({ source: { VENDOR: 'Halden' } }, before).action).toBe('SKIP');
    expect(planned({ source: { VENDOR: 'Nord', 'Seo title': '' } }, before).after.source).toEqual({
      Vendor: 'Nord',
    });
  });

  it('is left alone when a field is only written otherwise, and not when another column changes', () => {
    const before = state({ sourceFormat: 'shopify', source: { Status: 'Draft', Grams: '240' } });
    expect(plan({ status: 'DRAFT', source: { Status: 'draft' } }, before)).toMatchObject({
      action: 'SKIP',
      reason: 'unchanged',
    });
    expect(planned({ source: { Status: 'draft', Grams: '250' } }, before)).toMatchObject({
      changed: ['source'],
      after: { source: { Status: 'draft', Grams: '250' } },
    });
  });

  it('knows the pictures of its file that could not be had', () => {
    const [front, gone, back] = ['front', 'gone', 'back'].map((name) => ({
      url: `https://pictures.example/${name}.jpg`,
      alt: 'Linen shirt',
    })) as [Picture, Picture, Picture];
    const before = state({ pictures: [front, back], unfetched: [{ ...gone, place: 1 }] });
    expect(allPictures(before)).toEqual([front, gone, back]);
    const asBefore = [front, gone, back].map(({ url }) => ({ url }));
    expect(plan({ pictures: asBefore }, before)).toMatchObject({ reason: 'unchanged' });
    expect(planned({ pictures: [gone, front] }, before)).toMatchObject({
      changed: ['pictures'],
      after: { pictures: [gone, front], unfetched: [{ ...gone, place: 0 }] },
    });
    expect(planned({ pictures: asBefore, title: 'Shirt' }, before).after.unfetched).toEqual(
      before.unfetched,
    );
  });

  it('keeps the columns of one format, and lets files of others pass them by', () => {
    const mine = state({ source: { Vendor: 'Halden' }, sourceFormat: 'google' });
    expect(plan({ source: { Brand: 'Nord' } }, mine).action).toBe('SKIP');
    expect(planned({ source: { Brand: 'Nord' } }, state()).after).toMatchObject({
      source: { Brand: 'Nord' },
      sourceFormat: 'shopify',
    });
  });

  it('does not begin to keep a column that says what its fields say', () => {
    const source = { 'Option1 Name': 'Size' };
    expect(plan({ source }, state()).action).toBe('SKIP');
    expect(planned({ source }).after.source).toEqual(source);
    const changed = plan({ source }, state({ source: { 'option1 name': 'Grösse' } }));
    expect(changed.action).toBe('UPDATE');
  });

  it('keeps its style when the file has each garment as a style of its own', () => {
    expect(plan({ style: 'linen-shirt' }, state({ style: 'shirts' })).action).toBe('SKIP');
    expect(planned({ style: 'linen-shirt' }).after.style).toBeNull();
    expect(planned({ style: 'linen', importKey: 'linen#red' }).after.style).toBe('linen');
  });

  it('cannot lose its title or price', () => {
    expect(plan({ title: '' }, state()).action).toBe('ERROR');
    expect(plan({ price: null }, state()).problems[0]?.message).toContain('blank');
    expect(plan({ title: undefined, price: undefined }, state()).action).toBe('SKIP');
  });

  it('keeps its own kind against one that was only inferred', () => {
    const before = state({ category: 'DRESS' });
    expect(plan({ category: { value: 'UPPER_BODY', because: 'title' } }, before).action).toBe(
      'SKIP',
    );
    const { after } = planned({ category: { value: null, because: 'own_column' } }, before);
    expect(after.category).toBeNull();
  });

  it('is priced in its own currency', () => {
    const before = state({ currency: 'GBP' });
    expect(plan({ price: { minor: 7950, currency: 'GBP' } }, before).action).toBe('SKIP');
    expect(plan({ price: { minor: 7950, currency: 'EUR' } }, before).action).toBe('ERROR');
  });

  it('keeps its pictures while it is published, and loses them as a draft', () => {
    const pictures = [{ url: 'https://shop.example/a.jpg', alt: 'Front' }];
    expect(planned({ pictures: [] }, state({ pictures })).after.pictures).toEqual([]);
    const kept = plan({ pictures: [] }, state({ pictures, status: 'ACTIVE' }));
    expect(kept).toMatchObject({ action: 'SKIP', problems: [{ severity: 'warning' }] });
  });

  it('keeps what its pictures show unless the file says it', () => {
    const before = state({ pictures: [{ url: 'https://shop.example/a.jpg', alt: 'Front' }] });
    const url = 'https://shop.example/a.jpg';
    expect(plan({ pictures: [{ url }] }, before).action).toBe('SKIP');
    expect(planned({ pictures: [{ url, alt: 'Back' }] }, before).changed).toEqual(['pictures']);
    expect(planned({ pictures: [{ url, alt: '' }] }, before).after.pictures[0]?.alt).toBe(
      'Linen shirt',
    );
  });

  it('keeps of a size what the file does not say', () => {
    const small = { size: 'S', sku: 'LS-S', barcode: '1', externalId: 'x', stock: 4, source: {} };
    const before = state({ variants: [{ ...small, priceMinor: null }] });
    expect(plan({ variants: [variant] }, before).action).toBe('SKIP');
    const price = { minor: 8950, currency: null };
    const { after } = planned({ variants: [{ ...variant, price, externalId: '' }] }, before);
    expect(after.variants[0]).toMatchObject({ sku: 'LS-S', priceMinor: 8950, externalId: null });
    // What costs as much as the garment has no price of its own.
    const same = { minor: 7950, currency: null };
    expect(plan({ variants: [{ ...variant, price: same }] }, before).action).toBe('SKIP');
  });

  it('keeps its count against a file that only says that there is some', () => {
    const before = state({
      variants: [
        {
          size: 'S',
          sku: '',
          barcode: '',
          externalId: null,
          priceMinor: null,
          stock: 4,
          source: {},
        },
      ],
    });
    const says = (stock: number) =>
      planGarment(item({ variants: [{ ...variant, stock }] }), before, {
        currency: 'EUR',
        choice: null,
        format: { ...format, countsStock: false },
      });
    expect(says(1).action).toBe('SKIP');
    expect(says(0).action).toBe('UPDATE');
    expect(plan({ variants: [{ ...variant, stock: 1 }] }, before).action).toBe('UPDATE');
  });

  it('gets no size from a line that names none', () => {
    expect(plan({ variants: [{ size: '', source: {} }] }, state()).action).toBe('SKIP');
    expect(planned({ variants: [{ size: '', stock: 3, source: {} }] }, state()).changed).toEqual([
      'variants',
    ]);
  });
});
