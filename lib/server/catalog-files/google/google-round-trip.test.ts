import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, readAll, textOf } from '../testing/read-all.ts';
import { writeGoogleTsv } from './write-google-tsv.ts';
import { writeGoogleXml } from './write-google-xml.ts';

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    '=1+1',
    'a "b" c',
    "5'",
    'two\nlines',
    'ß é 红',
    'a  b',
    '&amp; <b>',
    ']]>',
  ),
);
const url = fc
  .tuple(fc.constantFrom('front', 'w_400,h_300/blue', 'x'), fc.nat(3))
  .map(([name, n]) => `https://cdn.example/${name}-${n}.jpg`);

const line = fc.record({
  title: fc.oneof(fc.constantFrom('Wrap dress', 'Shirt  – Blue – M', 'Shirt – Blue – S'), text),
  description: fc.oneof(fc.constantFrom('<p>Soft &amp; wide</p>', 'a < b'), text),
  link: url,
  image_link: fc.oneof(url, fc.constantFrom('', 'n/a')),
  more: fc.array(url, { maxLength: 3 }),
  availability: fc.constantFrom('in_stock', 'in stock', 'out of stock', 'preorder', '', 'maybe'),
  price: fc.constantFrom('49.90 EUR', '49.9 EUR', '12 USD', '', '1.299,00 €'),
  color: fc.constantFrom('Blue', 'blue ', 'Red', ''),
  size: fc.constantFrom('S', 'M', 'One Size', ''),
  material: fc.constantFrom('', 'cotton', ' linen '),
  gtin: fc.constantFrom('', '4012345678901', "'0123"),
  brand: text,
  product_type: fc.constantFrom('', 'Women > Dresses', 'Shirts'),
  google_product_category: fc.constantFrom('', '2271', 'Apparel & Accessories > Shoes'),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;
const groups = fc.array(
  fc.record({ isGroup: fc.boolean(), lines: fc.array(line, { minLength: 1, maxLength: 4 }) }),
  { minLength: 1, maxLength: 3 },
);
type Groups = typeof groups extends fc.Arbitrary<infer T> ? T : never;

/** Lines with an id each, and a group where they belong to one. */
const numbered = (all: Groups) =>
  all.flatMap(({ isGroup, lines }, g) =>
    lines.map((one, i) => ({ ...one, id: `id-${g}-${i}`, item_group_id: isGroup ? `g-${g}` : '' })),
  );

const attributes = [
  'id',
  'item_group_id',
  'title',
  'description',
  'link',
  'image_link',
  'availability',
  'price',
  'color',
  'size',
  'material',
  'gtin',
  'brand',
  'product_type',
  'google_product_category',
] as const satisfies (keyof Line | 'id' | 'item_group_id')[];
const hidden = fc.subarray(attributes.slice(2));

describe('a feed in text', () => {
  it('comes back with the same garments, under the same headers', async () => {
    await fc.assert(
      fc.asyncProperty(groups, hidden, fc.boolean(), async (all, hide, hasSpaces) => {
        const shown = attributes.filter((attribute) => !hide.includes(attribute));
        const named = shown.map((name) => (hasSpaces ? name.replaceAll('_', ' ') : name));
        const rows = numbered(all).map((one) => [
          ...shown.map((attribute) => one[attribute]),
          one.more.join(', '),
        ]);
        const file = stringify([[...named, 'additional_image_link'], ...rows], {
          delimiter: '\t',
          quoted_match: /[\r\n]/,
        });
        const options = { format: 'google_tsv' } as const;
        const before = await readAll(file, options);
        const { headers } = before;
        const written = await textOf(
          writeGoogleTsv(() => before.items, { headers, currency: 'EUR' }),
        );
        const after = await readAll(written, options);
        expect(after.items.map(bare)).toEqual(before.items.map(bare));
        expect(after.headers).toEqual(expect.arrayContaining(headers));
      }),
    );
  });
});

const escaped = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** What XML can have in it at all. */
const writable = (value: string) => value.replace(/\p{Cc}/gu, ' ');

describe('a feed in XML', () => {
  it('comes back with the same garments', async () => {
    await fc.assert(
      fc.asyncProperty(groups, hidden, fc.boolean(), async (all, hide, hasShipping) => {
        const shown = attributes.filter((attribute) => !hide.includes(attribute));
        const items = numbered(all).map((one) => {
          const values = shown
            .filter((attribute) => one[attribute] !== '' || attribute === 'material')
            .map((name) => `<g:${name}>${escaped(writable(one[name]))}</g:${name}>`);
          const pictures = one.more.map(
            (link) => `<g:additional_image_link>${escaped(link)}</g:additional_image_link>`,
          );
          const shipping =
            '<g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>'.repeat(
              2,
            );
          return `<item><guid isPermaLink="false">${one.id}</guid>${[...values, ...pictures].join('\n')}${hasShipping ? shipping : ''}</item>`;
        });
        const file = `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0"><channel><!-- <item> -->${items.join('\n')}</channel></rss>`;
        const before = await readAll(file);
        const written = await textOf(
          writeGoogleXml(() => before.items, {
            title: 'Halden & Co',
            headers: before.headers,
            currency: 'EUR',
          }),
        );
        const after = await readAll(written);
        expect(after.items.map(bare)).toEqual(before.items.map(bare));
        expect(after.problems).toEqual([]);
      }),
    );
  });
});
