import 'server-only';
import { isSuspicious, restoreCell } from '#lib/domain/catalog/formula-cell.ts';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';
import type { CatalogFileLimits } from '../limits.ts';
import { count, error, quoted, warning } from '../problems.ts';
import type { RowOrLoss } from '../rows.ts';
import type { CsvRecord } from './csv-records.ts';

interface Table {
  headers: readonly string[];
  delimiter: string;
  limits: CatalogFileLimits;
}

/** Rows with as many cells as there are headers; what a spreadsheet made safe is as it was. */
export async function* readCsvRows(
  records: AsyncIterable<CsvRecord>,
  table: Table,
): AsyncGenerator<RowOrLoss> {
  for await (const record of records) {
    if (record.kind === 'broken') {
      yield {
        kind: 'lost',
        problem: error({ line: record.from }, brokenLine(record)),
        headers: table.headers,
        cells: record.text.split(table.delimiter).map((cell) => cell.replace(/^"|"$/g, '')),
      };
    } else if (record.cells.some((cell) => cell.trim() !== '')) {
      const { from, to } = record;
      const problems: CatalogProblem[] = [];
      const cells = fitted(record.cells, from, table, problems).map((cell, i) =>
        cell === '' ? '' : checked(cell, { line: from, column: table.headers[i] }, table, problems),
      );
      yield { kind: 'row', row: { headers: table.headers, from, to, cells, problems } };
    }
  }
}

function brokenLine(record: CsvRecord & { kind: 'broken' }): string {
  switch (record.why) {
    case 'open_quote':
      return `A quote that opens in this line is never closed: ${quoted(record.text)}. Close it, or double a quote that belongs to the text.`;
    case 'stray_quote':
      return `There is a quote in the middle of a quoted cell: ${quoted(record.text)}. Double quotes that belong to the text, as in 5"" wide.`;
    case 'too_long':
      return `This line is too long to be read: ${quoted(record.text)}. A quote before it may be missing its end.`;
  }
}

function fitted(
  cells: string[],
  line: number,
  { headers }: Table,
  problems: CatalogProblem[],
): string[] {
  if (cells.length === headers.length) return cells;
  if (cells.length < headers.length) {
    problems.push(
      warning(
        { line },
        `This line has ${cells.length} of ${count(headers.length, 'cell')}; those missing at its end were read as blank. If it was cut off, export the file again.`,
      ),
    );
    return [...cells, ...Array<string>(headers.length - cells.length).fill('')];
  }
  const surplus = cells.slice(headers.length).filter((cell) => cell.trim() !== '');
  if (surplus.length > 0) {
    problems.push(
      error(
        { line },
        `This line has ${count(cells.length, 'cell')}, the header has ${headers.length}: ${quoted(surplus.join(' '))} has no column. Put a value with a separator in it between quotes.`,
      ),
    );
  }
  return cells.slice(0, headers.length);
}

function checked(
  cell: string,
  place: { line: number; column: string | undefined },
  { limits }: Table,
  problems: CatalogProblem[],
): string {
  if (cell.length * 3 > limits.cell && Buffer.byteLength(cell) > limits.cell) {
    const size = Math.ceil(Buffer.byteLength(cell) / 1000);
    problems.push(
      error(place, `This cell has ${size} kB; at most ${limits.cell / 1000} are read. Shorten it.`),
    );
    return '';
  }
  let text = cell;
  if (text.includes('\0')) {
    problems.push(
      warning(place, `There are NUL characters in ${quoted(text)}; they were left out.`),
    );
    text = text.replaceAll('\0', '');
  }
  if (text.includes('\ufffd')) {
    problems.push(
      warning(
        place,
        `Some letters could not be read and show as �: ${quoted(text)}. Save the file as CSV (UTF-8).`,
      ),
    );
  }
  text = restoreCell(text);
  if (isSuspicious(text)) {
    problems.push(
      warning(
        place,
        `${quoted(text)} looks like a formula. It is kept as text and never calculated.`,
      ),
    );
  }
  return text;
}
