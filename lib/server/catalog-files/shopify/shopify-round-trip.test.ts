import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, readAll, textOf } from '../testing/read-all.ts';
import { writeShopifyCsv } from './write-shopify-csv.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '=1+1',
    "'=x",
    'a "b" c',
    'x,y;z',
    'two\nlines',
    '\ttab',
    'ß é 红',
    'a  b',
  ),
);
const url = fc
  .tuple(fc.constantFrom('front', 'blue', 'light-blue-2', 'x_red'), fc.nat(3))
  .map(([name, n]) => `https://cdn.example/${name}-${n}.jpg`);
const price = fc.constantFrom('49.90', '49.9', '1.299,00', '€ 12', '', '20 USD', ' 7 ');
const stock = fc.constantFrom('3', '0', '-2', '', '5.0', 'many');
const html = fc.constantFrom(
  '',
  '<p>Soft &amp; wide</p>',
  'plain',
  'a < b',
  'Use <b>it</b>\n',
  '- dash',
);
const status = fc.constantFrom('active', 'draft', 'archived', 'Active', '', 'unlisted', 'odd');

const size = fc.record({
  colour: fc.constantFrom('Blue', 'blue ', 'Light Blue', 'Red', '★'),
  size: fc.constantFrom('S', 'M', 'One Size', 'W 28 ', 'XL'),
  fit: fc.constantFrom('Long', 'Short'),
  sku: fc.constantFrom('', 'A-1', "'0123", ' x '),
  price,
  stock,
  tracker: fc.constantFrom('', 'shopify'),
  picture: fc.option(url, { nil: '' }),
  alt: fc.constantFrom('', 'Front', 'In light blue', 'red, back', '-'),
  own: fc.option(url, { nil: '' }),
  note: text,
  vendor: text,
});

const product = fc.record({
  title: fc.oneof(fc.constantFrom('Wrap dress', 'Linen  shirt', 'Gift card', 'Ada'), text),
  html,
  type: fc.constantFrom('', 'Shirts', ' Dresses '),
  tags: fc.constantFrom('', 'a, b', 'a,b', 'b, b', ' new'),
  status,
  published: fc.constantFrom('TRUE', 'FALSE', ''),
  vendor: text,
  fabric: fc.constantFrom('', 'cotton', 'cotton; linen'),
  options: fc.constantFrom(
    ['Color', 'Size'],
    ['Size', 'Farbe'],
    ['Size'],
    ['Title'],
    ['Colour'],
    ['Size', 'Colour', 'Fit'],
    ['Size', 'Fit'],
  ),
  sizes: fc.array(size, { minLength: 1, maxLength: 6 }),
  pictures: fc.array(fc.tuple(url, fc.constantFrom('', 'blue')), { maxLength: 3 }),
});

const oldHeaders =
  'Handle|Title|Body (HTML)|Vendor|Type|Tags|Published|Option1 Name|Option1 Value|Option2 Name|Option2 Value|Option3 Name|Option3 Value|Variant SKU|Variant Inventory Tracker|Variant Inventory Qty|Variant Price|Image Src|Image Position|Image Alt Text|Variant Image|Status|Note|Fabric (product.metafields.shopify.fabric)'.split(
    '|',
  );

type Product = typeof product extends fc.Arbitrary<infer T> ? T : never;

/** A product file as Shopify writes it. */
function fileOf(products: Product[], hidden: readonly string[]): string {
  const rows = products.flatMap((one, p) => {
    const lines = one.sizes.map((line, i) => {
      const values = one.options.map((name) => {
        if (/colou?r|farbe/i.test(name)) return line.colour;
        if (name === 'Size') return line.size;
        return name === 'Title' ? 'Default Title' : line.fit;
      });
      const firstOnly = (cell: string) => (i === 0 ? cell : '');
      return {
        Handle: `product-${p}`,
        Title: firstOnly(one.title),
        'Body (HTML)': firstOnly(one.html),
        Vendor: firstOnly(one.vendor) || (i === 2 ? line.vendor : ''),
        Type: firstOnly(one.type),
        Tags: firstOnly(one.tags),
        Published: firstOnly(one.published),
        Status: firstOnly(one.status),
        ...Object.fromEntries(
          values.flatMap((value, o) => [
            [`Option${o + 1} Name`, firstOnly(one.options[o] ?? '')],
            [`Option${o + 1} Value`, value],
          ]),
        ),
        'Variant SKU': line.sku,
        'Variant Inventory Tracker': line.tracker,
        'Variant Inventory Qty': line.stock,
        'Variant Price': line.price,
        'Image Src': line.picture,
        'Image Position': line.picture && String(i + 1),
        'Image Alt Text': line.picture && line.alt,
        'Variant Image': line.own,
        Note: line.note,
        'Fabric (product.metafields.shopify.fabric)': firstOnly(one.fabric),
      } as Record<string, string>;
    });
    const more = one.pictures.map(([src, alt], i) => ({
      Handle: `product-${p}`,
      'Image Src': src,
      'Image Position': String(one.sizes.length + i + 1),
      'Image Alt Text': alt,
    }));
    return [...lines, ...more] as Record<string, string>[];
  });
  const headers = oldHeaders.filter((header) => !hidden.includes(header));
  return stringify([headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))], {
    quoted_match: /[\r\n]/,
  });
}

const hidden = fc.subarray(oldHeaders.filter((header) => !/^(Handle|Option)/.test(header)));

describe('a product file of Shopify', () => {
  it('comes back with the same garments, under the same headers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(product, { minLength: 1, maxLength: 3 }),
        hidden,
        async (all, hide) => {
          const before = await readAll(fileOf(all, hide));
          const written = await textOf(
            writeShopifyCsv(() => before.items, { headers: before.headers, currency: 'EUR' }),
          );
          const after = await readAll(written);
          expect(after.items.map(bare)).toEqual(before.items.map(bare));
          expect(after.headers).toEqual(expect.arrayContaining(before.headers));
          expect(after.problems).toEqual([]);
        },
      ),
    );
  });
});
