import 'server-only';
import { oneLine } from '#lib/domain/catalog/cell-values.ts';
import { restoreCell } from '#lib/domain/catalog/formula-cell.ts';
import {
  type ColumnMapping,
  looksLikeOurs,
  ownHeaders,
  proposeMapping,
} from '#lib/domain/catalog/own-columns.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { Peeked } from './blocks.ts';
import { type CsvRecord, readCsvRecords } from './csv/csv-records.ts';
import { readCsvRows } from './csv/csv-rows.ts';
import { sniffDelimiter } from './csv/sniff-delimiter.ts';
import { attributeOf, googleDialect, looksLikeGoogle } from './google/attributes.ts';
import { googleKey, readGoogleGroup } from './google/read-group.ts';
import { groupRows } from './group-rows.ts';
import {
  type CatalogEntry,
  type CatalogFormat,
  type OpenedText,
  type OpenTextOptions,
  refused,
  type UnknownColumn,
} from './opened-file.ts';
import { completeMapping, mappingProblem } from './own/mapping.ts';
import { ownKey, readOwnGroup } from './own/read-group.ts';
import { count, quoted } from './problems.ts';
import { type FileRow, type RowGroup, untilTooBroken } from './rows.ts';
import { looksLikeShopify, readShopifyColumns } from './shopify/columns.ts';
import { readShopifyProduct } from './shopify/read-product.ts';

/** How the rows of a table become garments. */
interface Reading {
  format: CatalogFormat;
  isSure: boolean;
  keyColumn: string;
  keyOf: (row: Pick<FileRow, 'headers' | 'cells'>) => string;
  read: (group: RowGroup) => CatalogItem[];
}

/** A file of cells, whatever stands between them. */
export async function openTable(text: Peeked, options: OpenTextOptions): Promise<OpenedText> {
  const { limits } = options;
  const delimiter = sniffDelimiter(text.head);
  const csv = { delimiter, rowBytes: limits.row };
  const records = readCsvRecords(text.all(), csv);
  const first = await records.next();
  if (first.done || first.value.kind === 'broken') {
    return refused(
      'The first line has to name the columns, and could not be read. Look for a quote that is not closed.',
    );
  }
  if (first.value.cells.length > limits.columns) {
    const most = count(limits.columns, 'column');
    return refused(`The file has ${first.value.cells.length} columns; at most ${most} are read.`);
  }
  const headers = distinct(first.value.cells.map((cell) => restoreCell(cell).trim()));
  const reading = readingOf(headers, options);
  if (reading === 'unknown') {
    const looks = await lookAt(headers, readCsvRecords(only(text.head), csv));
    return looks.isTable
      ? { kind: 'needs_mapping', headers, columns: looks.columns }
      : refused(noTable(headers));
  }
  if (typeof reading === 'string') return refused(reading);

  const { format, isSure, keyColumn, keyOf, read } = reading;
  const rows = untilTooBroken(readCsvRows(records, { headers, delimiter, limits }), limits);
  return {
    kind: 'readable',
    format,
    isSure,
    headers,
    async *entries(): AsyncGenerator<CatalogEntry> {
      for await (const next of groupRows(rows, { keyOf, keyColumn, limits })) {
        if (next.kind === 'problem') yield next;
        else for (const item of read(next.group)) yield { kind: 'item', item };
      }
    },
  };
}

/** A sentence where it cannot be read as what it is said to be. */
function readingOf(
  headers: string[],
  { format, mapping, currency }: OpenTextOptions,
): Reading | 'unknown' | (string & {}) {
  switch (format ?? tellFormat(headers, mapping)) {
    case 'shopify': {
      const columns = readShopifyColumns(headers);
      const handle = columns.at.get('handle');
      if (handle === undefined) return missing('URL handle', 'Shopify');
      return {
        format: 'shopify',
        isSure: columns.at.size > 4,
        keyColumn: headers[handle] ?? '',
        keyOf: ({ cells }) => oneLine(cells[handle] ?? ''),
        read: (group) => readShopifyProduct(group, columns, currency),
      };
    }
    case 'google_tsv':
    case 'google_xml': {
      const dialect = googleDialect('text', currency);
      const id = headers.find((header) => attributeOf(header) === 'id');
      if (id === undefined) return missing('id', 'Google');
      return {
        format: 'google_tsv',
        isSure: headers.filter((header) => dialect.fieldOf(header)).length > 4,
        keyColumn: id,
        keyOf: googleKey,
        read: (group) => readGoogleGroup(group, dialect),
      };
    }
    case 'own': {
      const about = completeMapping(headers, mapping ?? {});
      const isOurs = mapping === undefined && looksLikeOurs(headers);
      const wrong = isOurs ? null : mappingProblem(headers, about, mapping);
      if (!isOurs && !mapping) return 'unknown';
      if (wrong) return wrong;
      const keyColumn =
        headers.find((header) => about[header] === 'key') ??
        headers.find((header) => about[header] === 'title') ??
        ownHeaders.key;
      return {
        format: 'own',
        isSure: true,
        keyColumn,
        keyOf: ownKey(about),
        read: (group) => readOwnGroup(group, { mapping: about, isOurs, currency }),
      };
    }
    case null:
      return 'unknown';
  }
}

function tellFormat(headers: string[], mapping: ColumnMapping | undefined): CatalogFormat | null {
  if (mapping || looksLikeOurs(headers)) return 'own';
  if (looksLikeShopify(headers)) return 'shopify';
  return looksLikeGoogle(headers) ? 'google_tsv' : null;
}

const missing = (header: string, whose: string) =>
  `The column ${quoted(header)} is missing, so this is no ${whose} file. Choose another format, or say what your columns are.`;

/** A header for each column, and none twice: what stands in them is kept by it. */
function distinct(headers: string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header, i) => {
    const name = header || `Column ${i + 1}`;
    let free = name;
    for (let n = 2; seen.has(free); n += 1) free = `${name} (${n})`;
    seen.add(free);
    return free;
  });
}

const SAMPLES = 3;
const SAMPLE_LINES = 50;
const SAMPLE_LENGTH = 80;

/**
 * What stands in columns that nobody knows, and whether they are columns at all: a text has one in its
 * first line, or happens to have commas there that its other lines have not.
 */
async function lookAt(
  headers: string[],
  records: AsyncIterable<CsvRecord>,
): Promise<{ isTable: boolean; columns: UnknownColumn[] }> {
  const samples = headers.map(() => new Set<string>());
  let line = 0;
  let odd = 0;
  for await (const record of records) {
    line += 1;
    if (line > SAMPLE_LINES) break;
    if (line === 1) continue;
    if (!isRow(record, headers.length)) odd += 1;
    if (record.kind === 'broken') continue;
    record.cells.forEach((cell, i) => {
      const text = oneLine(restoreCell(cell));
      if (text !== '' && (samples[i]?.size ?? SAMPLES) < SAMPLES) {
        samples[i]?.add(
          text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1)}…` : text,
        );
      }
    });
  }
  const rows = Math.min(line, SAMPLE_LINES) - 1;
  const proposed = proposeMapping(headers);
  return {
    // A garment has a title and a price, so one column is never enough.
    isTable: headers.length > 1 && odd * 2 <= rows,
    columns: headers.map((header, i) => ({
      header,
      field: proposed[header] ?? null,
      samples: [...(samples[i] ?? [])],
    })),
  };
}

/** Blank cells at the end may be missing, or be too many: spreadsheets do both. */
function isRow(record: CsvRecord, columns: number): boolean {
  if (record.kind === 'broken' || record.cells.length === 1) return false;
  return record.cells.slice(columns).every((cell) => cell.trim() === '');
}

function noTable(headers: string[]): string {
  const why =
    headers.length === 1
      ? `its first line has one column only, ${quoted(headers[0] ?? '')}`
      : `most of its lines do not have the ${count(headers.length, 'cell')} of its first line`;
  return `This does not look like a table: ${why}. Choose a file whose first line names the columns, with a line for each garment or size.`;
}

async function* only(block: Buffer): AsyncGenerator<Buffer> {
  yield block;
}
