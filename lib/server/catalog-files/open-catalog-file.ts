import 'server-only';
import type { CatalogItem, CatalogProblem } from '#lib/domain/catalog-item.ts';
import { inBlocks, peekBlock } from './blocks.ts';
import { readCsvRecords } from './csv/csv-records.ts';
import { readCsvRows } from './csv/csv-rows.ts';
import { sniffDelimiter } from './csv/sniff-delimiter.ts';
import { decodeFile, type TextEncodingName } from './encoding.ts';
import { tellOtherFile } from './file-kind.ts';
import { groupRows } from './group-rows.ts';
import { type CatalogFileLimits, catalogFileLimits } from './limits.ts';
import { count, error } from './problems.ts';
import { looksLikeShopify, readShopifyColumns } from './shopify/columns.ts';
import { readShopifyProduct } from './shopify/read-product.ts';

/**
 * Shops' catalog files: read as garments, written from garments.
 *
 *   const file = await openCatalogFile(chunks, { currency: 'EUR' });
 *   switch (file.kind) {
 *     case 'refused': …file.problem                      // no catalog: an Excel file, a picture, empty
 *     case 'needs_mapping': …file.columns                // unknown headers: ask, open again with `mapping`
 *     case 'readable': for await (const entry of file.entries()) …
 *   }
 *
 * An entry is a garment, or a problem of a line that belongs to none. A garment with an error among its
 * problems must not be taken: it may be incomplete. Everything is read as it is asked for, in bounded
 * memory; `entries()` can be walked once, and the chunks are read no further when it is left early.
 *
 * What comes in colours is one item a colour, with the same `style`. A `stock` of 1 may only mean that
 * there is some: feeds and uncounted sizes say no more. `source` has what the file says and we do not
 * understand, or not all of: hand it back to the writers, and they give the file back as it was.
 */
export type OpenedCatalogFile =
  | { kind: 'refused'; problem: CatalogProblem }
  | { kind: 'needs_mapping'; headers: string[]; columns: UnknownColumn[] }
  | {
      kind: 'readable';
      format: CatalogFormat;
      /** Whether the headers leave no doubt; a merchant may be asked otherwise. */
      isSure: boolean;
      encoding: TextEncodingName;
      /** As the file has them, in their order: for the writers. Those of XML are its elements. */
      headers: string[];
      entries: () => AsyncGenerator<CatalogEntry>;
    };

export type CatalogFormat = 'shopify' | 'google_tsv' | 'google_xml' | 'own';

export type CatalogEntry =
  | { kind: 'item'; item: CatalogItem }
  | { kind: 'problem'; problem: CatalogProblem };

export interface UnknownColumn {
  header: string;
  samples: string[];
}

export interface OpenOptions {
  /** What prices without a currency are in. */
  currency: string;
  /** Asked for when the headers do not tell. */
  format?: CatalogFormat;
  limits?: Partial<CatalogFileLimits>;
}

export async function openCatalogFile(
  chunks: AsyncIterable<Uint8Array>,
  options: OpenOptions,
): Promise<OpenedCatalogFile> {
  const limits = { ...catalogFileLimits, ...options.limits };
  const raw = await peekBlock(inBlocks(chunks));
  const other = tellOtherFile(raw.head);
  if (other) return refused(other);
  const decoded = decodeFile(raw.head, raw.all);
  const { head, all } = await peekBlock(decoded.blocks);

  const delimiter = sniffDelimiter(head);
  const records = readCsvRecords(all(), { delimiter, rowBytes: limits.row });
  const first = await records.next();
  if (first.done || first.value.kind === 'broken') {
    return refused('The first line has to be the headers of the columns, and cannot be read.');
  }
  const headers = first.value.cells.map((header) => header.trim());
  if (headers.length > limits.columns) {
    const most = count(limits.columns, 'column');
    return refused(`The file has ${headers.length} columns; at most ${most} are read.`);
  }
  const rows = readCsvRows(records, { headers, delimiter, limits });

  if (!looksLikeShopify(headers)) return { kind: 'needs_mapping', headers, columns: [] };
  const columns = readShopifyColumns(headers);
  const handle = columns.at.get('handle') ?? -1;
  const groups = groupRows(rows, {
    keyOf: (cells) => cells[handle]?.trim() ?? '',
    keyColumn: headers[handle] ?? '',
    limits,
  });
  return {
    kind: 'readable',
    format: 'shopify',
    isSure: true,
    encoding: decoded.encoding(),
    headers,
    async *entries() {
      for await (const next of groups) {
        if (next.kind === 'problem') yield next;
        else {
          for (const item of readShopifyProduct(next.group, columns, options.currency)) {
            yield { kind: 'item', item };
          }
        }
      }
    },
  };
}

function refused(message: string): OpenedCatalogFile {
  return { kind: 'refused', problem: error({ line: 1 }, message) };
}
