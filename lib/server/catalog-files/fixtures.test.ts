import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { writeGoogleTsv } from './google/write-google-tsv.ts';
import { writeGoogleXml } from './google/write-google-xml.ts';
import { writeOwnCsv } from './own/write-own-csv.ts';
import { writeShopifyCsv } from './shopify/write-shopify-csv.ts';
import { fixture } from './testing/fixtures.ts';
import { bare, readAll, textOf } from './testing/read-all.ts';

/** As the merchant confirmed what was proposed. */
const german = {
  'Artikelnr.': 'key',
  Bezeichnung: 'title',
  Beschreibung: 'description',
  Warengruppe: 'productType',
  Farbe: 'colour',
  Größe: 'size',
  'Preis (brutto)': 'price',
  Bestand: 'stock',
  EAN: 'barcode',
  'Bild 1': 'pictures',
  'Bild 2': 'pictures',
} as const;

const kinds = (items: CatalogItem[]) => {
  const counts: Record<string, number> = {};
  for (const { category } of items) {
    const kind = category?.because === 'unknown' ? 'unknown' : (category?.value ?? 'nothing');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
};

describe('files as shops export them', () => {
  it.each([
    [
      'shopify-export.csv',
      76,
      { DRESS: 11, UPPER_BODY: 36, LOWER_BODY: 12, nothing: 15, unknown: 2 },
    ],
    ['shopify-export-2025.csv', 11, { DRESS: 2, UPPER_BODY: 4, LOWER_BODY: 2, nothing: 3 }],
    ['google-feed.tsv', 75, { DRESS: 11, UPPER_BODY: 36, LOWER_BODY: 12, nothing: 14, unknown: 2 }],
    ['google-feed.xml', 75, { DRESS: 11, UPPER_BODY: 36, LOWER_BODY: 12, nothing: 14, unknown: 2 }],
    ['google-feed-atom.xml', 3, { DRESS: 3 }],
  ] as const)('are read: %s', async (name, garments, expected) => {
    const { items, problems } = await readAll(fixture(name));
    expect(items).toHaveLength(garments);
    expect(kinds(items)).toEqual(expected);
    const errors = items.flatMap((item) => item.problems).filter((one) => one.severity === 'error');
    expect([...errors, ...problems]).toEqual([]);
  });

  it('are read: a German table from Windows', async () => {
    const { items, problems } = await readAll(fixture('german-shop.csv'), { mapping: german });
    expect(items.map(({ importKey, category }) => `${importKey} ${category?.value}`)).toEqual([
      'K-1001#blau-weiss DRESS',
      'K-1001#grun DRESS',
      'H-2001#natur LOWER_BODY',
      'B-3001#weiss UPPER_BODY',
      'T-4001#cognac null',
      'G-5001#schwarz null',
      'J-6001#rose UPPER_BODY',
    ]);
    expect(items[2]).toMatchObject({ title: 'Leinenhose', price: { minor: 109950 } });
    expect(items[4]).toMatchObject({ price: { minor: 21900 }, variants: [{ size: '' }] });
    expect(items[0]?.source).toMatchObject({ Lieferant: 'Müller & Söhne' });
    expect(problems).toEqual([expect.objectContaining({ severity: 'warning' })]);
  });

  it('come back cell by cell: Shopify', async () => {
    const file = fixture('shopify-export-2025.csv').toString();
    const { items, headers } = await readAll(file);
    const written = await textOf(writeShopifyCsv(() => items, { headers, currency: 'EUR' }));
    expect(parse(written)).toEqual(parse(file));
  });

  it('come back cell by cell: Google', async () => {
    const file = fixture('google-feed.tsv').toString();
    const { items, headers } = await readAll(file);
    const written = await textOf(writeGoogleTsv(() => items, { headers, currency: 'EUR' }));
    expect(parse(written, { delimiter: '\t' })).toEqual(
      parse(file, { delimiter: '\t', relax_quotes: true }),
    );
  });

  it('come back cell by cell: a German table, in UTF-8', async () => {
    const file = new TextDecoder('windows-1252').decode(fixture('german-shop.csv'));
    const options = { mapping: german, currency: 'EUR' };
    const { items, headers } = await readAll(file, options);
    const written = await textOf(writeOwnCsv(() => items, { ...options, headers, delimiter: ';' }));
    const [, ...rows] = parse(written, { delimiter: ';' });
    const [first = [], ...expected] = parse(file, { delimiter: ';' });
    expect(rows.map((row) => row.slice(0, first.length))).toEqual(expected);
  });

  it.each(['shopify-export.csv', 'google-feed.xml', 'google-feed-atom.xml'] as const)(
    'come back with the same garments: %s',
    async (name) => {
      const { items, headers } = await readAll(fixture(name));
      const options = { headers, currency: 'EUR', title: 'Halden' };
      const written = name.endsWith('.xml')
        ? writeGoogleXml(() => items, options)
        : writeShopifyCsv(() => items, options);
      const again = await readAll(await textOf(written));
      expect(again.items.map(bare)).toEqual(items.map(bare));
    },
  );

  it('lose nothing by way of our own table', async () => {
    const { items, headers } = await readAll(fixture('shopify-export-2025.csv'));
    const ours = await readAll(await textOf(writeOwnCsv(() => items, { currency: 'EUR' })));
    expect(ours.format).toBe('own');
    const written = writeShopifyCsv(() => ours.items, { headers, currency: 'EUR' });
    const again = await readAll(await textOf(written));
    const told = ({ source: _source, status: _status, ...rest }: CatalogItem) => ({
      ...bare({ ...rest, source: {} }),
      variants: rest.variants?.map(({ source: _own, ...variant }) => variant),
    });
    expect(again.items.map(told)).toEqual(items.map(told));
  });
});
