import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogItem, CatalogProblem, CatalogVariant } from '#lib/domain/catalog-item.ts';
import { bare, readAll, textOf } from '../testing/read-all.ts';
import { writeOwnCsv } from './write-own-csv.ts';

const line = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('=1+1', "'=x", 'a "b" c', 'x,y;z', 'ß é 红', '-', '<b>', '&amp;', 'a\rb'),
  )
  .map((text) => text.replace(/\s+/g, ' ').trim());
const paragraph = fc.oneof(
  line,
  fc.constantFrom('two\nlines', 'one\n\ntwo', 'Use <b>\nnow', '• a\n• b'),
);
const url = fc.nat(5).map((n) => `https://cdn.example/w_4,h_3/${n}.jpg`);
const price = fc.record({ minor: fc.nat(99_999), currency: fc.constantFrom(null, 'USD') });
const category = fc.constantFrom('UPPER_BODY', 'LOWER_BODY', 'DRESS', null);

const variant: fc.Arbitrary<CatalogVariant> = fc.record({
  size: fc.constantFrom('', 'S', 'M', 'W 28', '=1'),
  sku: line,
  barcode: fc.constantFrom('', '4012345678901'),
  externalId: fc.constantFrom('gid://shop/1', 'x'),
  price: fc.constant(null),
  stock: fc.nat(50),
  source: fc.record({ Weight: fc.constantFrom('200', '300') }),
});

const item: fc.Arbitrary<CatalogItem> = fc.record({
  importKey: fc.constant(''),
  lines: fc.constant({ from: 0, to: 0 }),
  title: line.map((text) => text || 'Ada'),
  description: paragraph,
  category: category.map((value) => ({ value, because: 'own_column' as const })),
  status: fc.constantFrom('DRAFT', 'ACTIVE', 'ARCHIVED'),
  colour: line,
  style: fc.constantFrom('', 'ada'),
  material: line,
  productType: line,
  tags: fc.uniqueArray(
    line.filter((text) => text !== ''),
    { maxLength: 3 },
  ),
  price: fc.option(price),
  sizeChart: fc.constantFrom(null, {
    columns: ['Chest | bust (cm)', 'Waist \\ "x"'],
    rows: [{ size: 'S', values: [88, 70.5] }],
  }),
  pictures: fc.uniqueArray(
    fc.record({ url, alt: line }).map(({ url, alt }) => ({ url, ...(alt && { alt }) })),
    { selector: ({ url }) => url, maxLength: 3 },
  ),
  variants: fc.uniqueArray(variant, { selector: ({ size }) => size, maxLength: 3 }),
  source: fc.record({ Brand: fc.constantFrom('Halden', 'Ø', '=cmd') }),
  problems: fc.constant([]),
});

/** What all sizes say alike, and what the only size says, counts as said of the garment. */
function settled(one: CatalogItem): ReturnType<typeof bare> {
  const { source, variants = [], ...rest } = bare(one);
  const weights = new Set(variants.map(({ source }) => source.Weight));
  if (weights.size !== 1) return { ...rest, source, variants };
  const [weight = ''] = weights as Set<string>;
  return {
    ...rest,
    source: { ...source, Weight: weight },
    variants: variants.map((variant) => ({ ...variant, source: {} })),
  };
}

describe('our own table', () => {
  it('gives back every garment', async () => {
    const some = fc.array(item, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        some,
        fc.constantFrom(',' as const, ';' as const),
        async (all, delimiter) => {
          const items = all.map((one, i) => ({ ...one, importKey: `ada-${i}` }));
          const text = await textOf(writeOwnCsv(() => items, { currency: 'EUR', delimiter }));
          const read = await readAll(text);
          expect(read.format).toBe('own');
          expect(read.items.map(bare)).toEqual(items.map(settled));
        },
      ),
    );
  });
});

const cell = fc.oneof(line, fc.constantFrom('', ' ', ' x  y '));
const row = fc.record({
  Artikelnr: fc.constantFrom('A1', 'A2 ', 'A3'),
  Bezeichnung: fc.oneof(fc.constantFrom('Kleid', 'Hemd S', 'Hemd M'), cell),
  Beschreibung: fc.constantFrom('', '<p>Weich &amp; weit</p>', 'Text'),
  Warengruppe: fc.constantFrom('', 'Kleider', ' Hosen'),
  Farbe: fc.constantFrom('', 'Blau', 'blau ', 'Rot'),
  Größe: fc.constantFrom('', 'S', 'M', 'Einheitsgröße'),
  Preis: fc.constantFrom('', '49,90', '1.299,00', '49,9 €'),
  Währung: fc.constantFrom('', 'EUR', 'USD', 'JPY', 'xx'),
  Bestand: fc.constantFrom('', '3', '-1', '2,0'),
  'Bild 1': fc.oneof(url, fc.constantFrom('', 'fehlt')),
  'Bild 2': fc.oneof(url, fc.constant('')),
  Aktiv: fc.constantFrom('ja', 'nein', '', 'vielleicht'),
  Lager: cell,
  Material: cell,
});
const mapping = {
  Artikelnr: 'key',
  Bezeichnung: 'title',
  Beschreibung: 'description',
  Warengruppe: 'productType',
  Farbe: 'colour',
  Größe: 'size',
  Preis: 'price',
  Währung: 'currency',
  Bestand: 'stock',
  'Bild 1': 'pictures',
  'Bild 2': 'pictures',
  Aktiv: 'status',
  Material: null,
} as const;

const isError = ({ severity }: CatalogProblem) => severity === 'error';

describe('a shop’s own table', () => {
  it('comes back with the same garments, under the same headers', async () => {
    const hidden = fc.subarray(Object.keys(mapping).slice(2));
    const hasKey = fc.boolean();
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        hidden,
        hasKey,
        async (rows, hide, key) => {
          const headers = Object.keys(rows[0] ?? {}).filter(
            (header) => !hide.includes(header) && (key || header !== 'Artikelnr'),
          );
          const said = Object.fromEntries(
            Object.entries(mapping).filter(([header]) => headers.includes(header)),
          );
          const sorted = rows.toSorted((a, b) => a.Artikelnr.localeCompare(b.Artikelnr));
          const cells = sorted.map((one) =>
            headers.map((header) => one[header as keyof typeof one]),
          );
          const file = stringify([headers, ...cells], { delimiter: ';', quoted_match: /[\r\n]/ });
          const before = await readAll(file, { mapping: said });
          fc.pre(!before.items.some(({ problems }) => problems.some(isError)));
          const written = await textOf(
            writeOwnCsv(() => before.items, { headers, mapping: said, currency: 'EUR' }),
          );
          const after = await readAll(written, { mapping: said });
          expect(after.items.map(bare)).toEqual(before.items.map(bare));
          expect(after.headers).toEqual(expect.arrayContaining(headers));
        },
      ),
    );
  });
});
