import 'server-only';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';
import { inBlocks, peekBlock } from './blocks.ts';
import { decodeFile } from './encoding.ts';
import { tellOtherFile } from './file-kind.ts';
import { catalogFileLimits } from './limits.ts';
import { openTable } from './open-table.ts';
import { openXml } from './open-xml.ts';
import {
  type CatalogEntry,
  type OpenedCatalogFile,
  type OpenOptions,
  refused,
} from './opened-file.ts';
import { error, warning } from './problems.ts';

/**
 * Shops' catalog files: read as garments, written from garments.
 *
 *   const file = await openCatalogFile(chunks, { currency: 'EUR' });
 *   switch (file.kind) {
 *     case 'refused': …file.problem             // an Excel file, a picture, nothing at all
 *     case 'needs_mapping': …file.columns       // unknown headers: ask, and open again with `mapping`
 *     case 'readable': for await (const entry of file.entries()) …
 *   }
 *
 *   writeShopifyCsv(items, { headers, currency })        shopify/write-shopify-csv.ts
 *   writeGoogleTsv(items, { headers, currency, linkOf }) google/write-google-tsv.ts
 *   writeGoogleXml(items, { title, headers, currency, linkOf })
 *   writeOwnCsv(items, { headers, mapping, currency })   own/write-own-csv.ts
 *
 * An entry is a garment, or a problem of a line that belongs to none. A garment with an error among its
 * problems must not be taken: it may be incomplete. Everything is read as it is asked for, in bounded
 * memory. `entries()` can be walked once; leaving it early ends the chunks too.
 *
 * What comes in colours is one item a colour, with the same `style`, and stands together; the writers
 * need it so. For garments that were made here give a `style` and, as `importKey`,
 * `importKeyOf(style, colour)`: that is what is read from the file again. A `stock` of 1 may only mean
 * that there is some: feeds, and sizes that Shopify does not count, say no more.
 *
 * `source` has what the file says and we do not understand, or not all of. Handed back to the writers
 * with the file's `headers`, it gives the file back as it was, but for what was changed here. Keep it as
 * it is: also a blank text in it means something.
 */
export async function openCatalogFile(
  chunks: AsyncIterable<Uint8Array>,
  options: OpenOptions,
): Promise<OpenedCatalogFile> {
  const blocks = inBlocks(chunks);
  const opened = await openBlocks(blocks, options);
  if (opened.kind !== 'readable') await blocks.return(undefined);
  return opened;
}

async function openBlocks(
  blocks: AsyncGenerator<Buffer>,
  options: OpenOptions,
): Promise<OpenedCatalogFile> {
  const limits = { ...catalogFileLimits, ...options.limits };
  const raw = await peekBlock(blocks);
  const other = tellOtherFile(raw.head);
  if (other) return refused(other);
  const decoded = decodeFile(raw.head, raw.all);
  const text = await peekBlock(decoded.blocks);
  const isXml = text.head.toString('utf8').trimStart().startsWith('<');
  const open = isXml ? openXml : openTable;
  const opened = await open(text, { ...options, limits });
  if (opened.kind !== 'readable') return opened;
  return {
    ...opened,
    encoding: decoded.encoding(),
    async *entries() {
      let isEmpty = true;
      for await (const entry of opened.entries()) {
        isEmpty = false;
        yield entry;
      }
      if (isEmpty) yield asEntry(error({ line: 1 }, NOTHING_THERE));
      // It may only show at the end, since all before may have been ASCII.
      if (decoded.encoding() === 'windows-1252')
        yield asEntry(warning({ line: 1 }, READ_AS_WINDOWS));
    },
  };
}

const NOTHING_THERE = 'There is nothing in this file but its headers.';
const READ_AS_WINDOWS =
  'The file is not in UTF-8; it was read as Windows-1252. Look whether ä, é and € are right, or save it as CSV (UTF-8).';

const asEntry = (problem: CatalogProblem): CatalogEntry => ({ kind: 'problem', problem });
