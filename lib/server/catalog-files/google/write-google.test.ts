import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { readAll, textOf } from '../testing/read-all.ts';
import { writeGoogleTsv } from './write-google-tsv.ts';
import { writeGoogleXml } from './write-google-xml.ts';

const feed = [
  'id\titem_group_id\ttitle\tlink\timage_link\tavailability\tprice\tcolor\tsize\tbrand\tgoogle_product_category',
  '1\tg\tShirt – S\thttps://x.example/1\thttps://x.example/a.jpg\tin stock\t49.9 EUR\tBlue\tS\tHalden\t212',
  '2\tg\tShirt – M\thttps://x.example/2\thttps://x.example/a.jpg\tpreorder\t49.9 EUR\tBlue\tM\tHalden\t212',
].join('\n');

async function changed(change: (item: CatalogItem) => void) {
  const { items, headers } = await readAll(feed);
  const [item] = items;
  if (!item) throw new Error('one garment');
  change(item);
  const text = await textOf(writeGoogleTsv(() => items, { headers, currency: 'EUR' }));
  return parse(text, { delimiter: '\t', columns: true }) as Record<string, string>[];
}

const made: CatalogItem = {
  importKey: 'ada#blue',
  style: 'ada',
  lines: { from: 0, to: 0 },
  title: 'Ada',
  description: 'Long & <wide>',
  category: { value: 'DRESS', because: 'own_column' },
  colour: 'Blue',
  material: 'linen',
  productType: '',
  price: { minor: 12900, currency: 'EUR' },
  pictures: [{ url: 'https://x.example/1.jpg', alt: 'Front' }, { url: 'https://x.example/2.jpg' }],
  variants: [
    { size: 'S', sku: 'A-S', stock: 37, price: null, source: {} },
    { size: 'M', stock: 0, price: { minor: 13900, currency: 'EUR' }, source: {} },
  ],
  source: {},
  problems: [],
};
const linkOf = ({ importKey }: CatalogItem) =>
  `https://shop.example/${importKey.replace('#', '-')}`;

describe('a feed’s garment that was changed here', () => {
  it('has its new title, and each size its own words again', async () => {
    const rows = await changed((item) => {
      item.title = 'Blouse';
    });
    expect(rows).toMatchObject([
      { title: 'Blouse', link: 'https://x.example/1', price: '49.9 EUR', brand: 'Halden' },
      { title: 'Blouse', link: 'https://x.example/2', availability: 'preorder' },
    ]);
  });

  it('has its new price, stock and pictures', async () => {
    const rows = await changed((item) => {
      item.price = { minor: 4500, currency: 'EUR' };
      item.pictures = [{ url: 'https://x.example/b.jpg' }, { url: 'https://x.example/c.jpg' }];
      const [small, medium] = item.variants ?? [];
      if (small) small.stock = 12;
      if (medium) medium.stock = 12;
    });
    expect(rows).toMatchObject([
      {
        price: '45.00 EUR',
        availability: 'in stock',
        image_link: 'https://x.example/b.jpg',
        additional_image_link: 'https://x.example/c.jpg',
      },
      { availability: 'in_stock' },
    ]);
  });

  it('says what it can be tried on as when its words say otherwise', async () => {
    const rows = await changed((item) => {
      item.category = { value: 'DRESS', because: 'own_column' };
    });
    expect(rows[0]?.google_product_category).toBe('Apparel & Accessories > Clothing > Dresses');
  });
});

describe('a garment that was made here', () => {
  it('has what Google asks for, as text', async () => {
    const text = await textOf(writeGoogleTsv(() => [made], { currency: 'EUR', linkOf }));
    const rows = parse(text, { delimiter: '\t', columns: true }) as object[];
    expect(rows).toMatchObject([
      {
        id: 'A-S',
        title: 'Ada',
        link: 'https://shop.example/ada-blue',
        image_link: 'https://x.example/1.jpg',
        additional_image_link: 'https://x.example/2.jpg',
        availability: 'in_stock',
        price: '129.00 EUR',
        google_product_category: 'Apparel & Accessories > Clothing > Dresses',
        item_group_id: 'ada',
        color: 'Blue',
        size: 'S',
      },
      { id: 'ada#blue-M', availability: 'out_of_stock', price: '139.00 EUR', size: 'M' },
    ]);
  });

  it('comes back from a feed in XML', async () => {
    const options = { title: 'Halden & Co', currency: 'EUR', linkOf };
    const { items } = await readAll(await textOf(writeGoogleXml(() => [made], options)));
    expect(items).toMatchObject([
      {
        importKey: 'ada#blue',
        style: 'ada',
        title: 'Ada',
        description: 'Long & <wide>',
        category: { value: 'DRESS' },
        colour: 'Blue',
        price: { minor: 12900 },
        pictures: [{ url: 'https://x.example/1.jpg' }, { url: 'https://x.example/2.jpg' }],
        variants: [
          { size: 'S', stock: 1, price: null },
          { size: 'M', stock: 0, price: { minor: 13900 } },
        ],
      },
    ]);
  });
});
