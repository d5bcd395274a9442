import 'server-only';
import { stringify } from 'csv-stringify/sync';
import { neutraliseCell } from '#lib/domain/catalog/formula-cell.ts';

const ROWS_AT_ONCE = 200;

/** Quotes what our own reader and a spreadsheet would otherwise take apart. */
const NEEDS_QUOTES = /[\r\n]/;

/** The text of a delimited file, some rows at a time. No cell of it is calculated by a spreadsheet. */
export async function* writeCsv(
  rows: AsyncIterable<readonly string[]>,
  { delimiter = ',' }: { delimiter?: string } = {},
): AsyncGenerator<string> {
  let held: string[][] = [];
  const text = () =>
    stringify(held, { delimiter, record_delimiter: '\n', quoted_match: NEEDS_QUOTES });
  for await (const row of rows) {
    held.push(row.map(neutraliseCell));
    if (held.length < ROWS_AT_ONCE) continue;
    yield text();
    held = [];
  }
  if (held.length > 0) yield text();
}
