import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { readAll, textOf } from '../testing/read-all.ts';
import { writeShopifyCsv } from './write-shopify-csv.ts';

const rowsOf = async (items: CatalogItem[], headers?: string[]) =>
  parse(await textOf(writeShopifyCsv(() => items, { headers, currency: 'EUR' })), {
    columns: true,
  });

const file = [
  'Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Variant Image,Status',
  'shirt,Linen  shirt,<p>Soft</p>,Halden,Shirts,TRUE,Color,Blue,Size,S,200,shopify,3,49.9,https://x.example/1.jpg,https://x.example/1.jpg,active',
  'shirt,,,,,,,Blue,,M,210,shopify,-1,49.9,https://x.example/2.jpg,https://x.example/1.jpg,',
  'shirt,,,,,,,Red,,S,200,shopify,1,52,,https://x.example/2.jpg,',
].join('\n');

describe('a product that was changed here', () => {
  const changed = async (change: (blue: CatalogItem, red: CatalogItem) => void) => {
    const { items, headers } = await readAll(file);
    const [blue, red] = items;
    if (!blue || !red) throw new Error('two colours');
    change(blue, red);
    return rowsOf(items, headers);
  };

  it('is written as it was where it is the same', async () => {
    expect(await changed(() => {})).toEqual(
      (parse(file, { columns: true }) as object[]).map((row) => expect.objectContaining(row)),
    );
  });

  it('has its new words, and nothing else new', async () => {
    const rows = await changed((blue, red) => {
      for (const item of [blue, red]) {
        item.title = 'Linen blouse';
        item.description = 'Softer < before';
      }
    });
    expect(rows[0]).toMatchObject({
      Title: 'Linen blouse',
      'Body (HTML)': 'Softer < before',
      Vendor: 'Halden',
      'Variant Price': '49.9',
    });
    expect(rows[1]).toMatchObject({ Title: '', 'Variant Inventory Qty': '-1' });
  });

  it('has its new prices and stock', async () => {
    const rows = await changed((blue) => {
      blue.price = { minor: 4500, currency: 'EUR' };
      const [small, medium] = blue.variants ?? [];
      if (small) small.stock = 7;
      if (medium) medium.price = { minor: 4700, currency: 'EUR' };
    });
    expect(rows).toMatchObject([
      { 'Variant Price': '45.00', 'Variant Inventory Qty': '7' },
      { 'Variant Price': '47.00', 'Variant Inventory Qty': '-1' },
      { 'Variant Price': '52', 'Variant Inventory Qty': '1' },
    ]);
  });

  it('has a new size under the options it has', async () => {
    const rows = await changed((_, red) => {
      red.variants?.push({ size: 'XL', sku: '', price: null, stock: 4, source: {} });
    });
    expect(rows[3]).toMatchObject({
      Handle: 'shirt',
      'Option1 Name': '',
      'Option1 Value': 'Red',
      'Option2 Value': 'XL',
      'Variant Price': '52.00',
      'Variant Inventory Tracker': 'shopify',
      'Variant Inventory Qty': '4',
    });
  });

  it('loses the picture that it lost, wherever it was shown', async () => {
    const rows = await changed((blue) => {
      blue.pictures = [];
    });
    expect(rows.map((row) => (row as Record<string, string>)['Variant Image'])).toEqual([
      '',
      '',
      'https://x.example/2.jpg',
    ]);
  });

  it('has its new status in both places that Shopify has', async () => {
    const rows = await changed((blue, red) => {
      blue.status = 'ARCHIVED';
      red.status = 'ARCHIVED';
    });
    expect(rows[0]).toMatchObject({ Status: 'archived', Published: 'FALSE' });
  });

  it('says what it can be tried on as when its words say otherwise', async () => {
    const rows = await changed((blue) => {
      blue.category = { value: 'DRESS', because: 'own_column' };
    });
    expect(rows[0]).toMatchObject({
      'Product Category': 'Apparel & Accessories > Clothing > Dresses',
    });
  });
});

describe('a garment that was made here', () => {
  const garment = (colour: string, key: string): CatalogItem => ({
    importKey: key,
    style: 'ada',
    lines: { from: 0, to: 0 },
    title: '=Ada',
    description: 'Long',
    category: { value: 'DRESS', because: 'own_column' },
    status: 'ACTIVE',
    colour,
    price: { minor: 12900, currency: 'EUR' },
    pictures: [{ url: `https://x.example/${colour}.jpg`, alt: colour }],
    variants: [
      { size: 'S', sku: 'A', stock: 2, price: null, source: {} },
      { size: 'M', sku: 'B', stock: 0, price: null, source: {} },
    ],
    source: {},
    problems: [],
  });

  it('has the columns that Shopify has today', async () => {
    const [row] = await rowsOf([garment('Blue', 'ada#blue')]);
    expect(row).toEqual({
      Title: "'=Ada",
      'URL handle': 'ada',
      Description: 'Long',
      'Product category': 'Apparel & Accessories > Clothing > Dresses',
      'Published on online store': 'TRUE',
      Status: 'active',
      SKU: 'A',
      'Option1 name': 'Color',
      'Option1 value': 'Blue',
      'Option2 name': 'Size',
      'Option2 value': 'S',
      Price: '129.00',
      'Inventory tracker': 'shopify',
      'Inventory quantity': '2',
      'Product image URL': 'https://x.example/Blue.jpg',
      'Image position': '1',
      'Image alt text': 'Blue',
      'Variant image URL': '',
    });
  });

  it('comes back from it in all its colours', async () => {
    const items = [garment('Blue', 'ada#blue'), garment('Red', 'ada#red')];
    const { items: read } = await readAll(
      await textOf(writeShopifyCsv(() => items, { currency: 'EUR' })),
    );
    expect(read).toMatchObject(
      items.map(({ importKey, title, colour, pictures }) => ({
        importKey,
        title,
        colour,
        pictures,
      })),
    );
    expect(read.map(({ variants }) => variants?.map(({ size, stock }) => [size, stock]))).toEqual([
      [
        ['S', 2],
        ['M', 0],
      ],
      [
        ['S', 2],
        ['M', 0],
      ],
    ]);
  });
});
