import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { writeGoogleTsv } from './google/write-google-tsv.ts';
import { writeGoogleXml } from './google/write-google-xml.ts';
import { openCatalogFile } from './open-catalog-file.ts';
import type { CatalogFormat } from './opened-file.ts';
import { writeOwnCsv } from './own/write-own-csv.ts';
import { writeShopifyCsv } from './shopify/write-shopify-csv.ts';
import { inPieces, textOf } from './testing/read-all.ts';

/** Whatever stands in a file, it is read to its end, and what was read can be written in every format. */
async function readAndWrite(file: string | Uint8Array, format?: CatalogFormat) {
  const mapping = format === 'own' ? ({ title: 'title' } as const) : undefined;
  const opened = await openCatalogFile(inPieces(Buffer.from(file), 7), {
    currency: 'EUR',
    format,
    mapping,
  });
  if (opened.kind !== 'readable') return opened.kind;
  const items: CatalogItem[] = [];
  for await (const entry of opened.entries()) if (entry.kind === 'item') items.push(entry.item);
  const all = () => items;
  const options = { currency: 'EUR', title: 'Halden' };
  for (const write of [writeShopifyCsv, writeGoogleTsv, writeGoogleXml, writeOwnCsv]) {
    await textOf(write(all, options));
  }
  return opened.kind;
}

const words = fc.constantFrom(
  ...'Handle|Title|Option1 Name|Option1 Value|Variant Price|Image Src|Variant Image|id|title|price|size'.split(
    '|',
  ),
  ...'color|item_group_id|availability|image_link|additional_image_link|material|constructor'.split(
    '|',
  ),
  ...'__proto__|toString|Note[2]|a/b|/|g:x|@|=1|"|\'|'.split('|'),
  ...['49.90', 'constructor 5', 'Blue', 'https://x.example/a.jpg', '', ' ', '\n', '\0', '\ufffd'],
);
const cell = fc.oneof(words, fc.string({ maxLength: 5 }));
const table = (delimiter: string) =>
  fc
    .array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 8 })
    .map((rows) => rows.map((row) => row.join(delimiter)).join('\n'));
const xml = fc
  .array(
    fc.oneof(
      words,
      fc.constantFrom(
        '<item>',
        '</item>',
        '<g:id>',
        '</g:id>',
        '<',
        '/>',
        '<![CDATA[',
        ']]>',
        '<!--',
        '&',
        '<a b="',
      ),
    ),
  )
  .map((parts) => `<rss>${parts.join('')}`);

describe('any file', () => {
  it.each(['shopify', 'google_tsv', 'own', undefined] as const)(
    'is read to its end as a table: %s',
    async (format) => {
      const start = { shopify: 'Handle,', google_tsv: 'id,', own: 'title,' };
      await fc.assert(
        fc.asyncProperty(table(','), async (text) => {
          const kind = await readAndWrite(`${format ? start[format] : ''}${text}`, format);
          expect(['readable', 'refused', 'needs_mapping']).toContain(kind);
        }),
      );
    },
  );

  it('is read to its end as XML', async () => {
    await fc.assert(
      fc.asyncProperty(xml, async (text) => {
        expect(['readable', 'refused']).toContain(await readAndWrite(text));
      }),
    );
  });

  it('is read to its end, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expect(['readable', 'refused', 'needs_mapping']).toContain(await readAndWrite(bytes));
      }),
    );
  });
});
