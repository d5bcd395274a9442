import 'server-only';
import type { CatalogFileLimits } from '../limits.ts';
import { count, error } from '../problems.ts';
import type { FileRow, RowOrLoss } from '../rows.ts';
import type { XmlRecord } from './xml-records.ts';
import { DoctypeFound } from './xml-tags.ts';
import { readXmlValues } from './xml-values.ts';

export const NO_DOCTYPE =
  'This file declares a DOCTYPE, which a feed has no use for and which can do harm. Export it as RSS or Atom without one.';

/** The records of a feed as rows, each with headers of its own; they are counted instead of lines. */
export async function* readXmlRows(
  records: AsyncIterable<XmlRecord>,
  limits: CatalogFileLimits,
): AsyncGenerator<RowOrLoss> {
  let line = 1;
  try {
    for await (const record of records) {
      line = record.number;
      yield readRecord(record, limits);
    }
  } catch (failure) {
    if (!(failure instanceof DoctypeFound)) throw failure;
    yield lost(line, NO_DOCTYPE);
  }
}

function readRecord(record: XmlRecord, limits: CatalogFileLimits): RowOrLoss {
  const { number } = record;
  if (record.kind === 'broken') {
    const what =
      record.why === 'too_long'
        ? 'is too long to be read. Its end may be missing.'
        : 'is not closed. Export the feed again.';
    return lost(number, `Record ${number} ${what}`);
  }
  try {
    return { kind: 'row', row: rowOf(readXmlValues(record.xml), number, limits) };
  } catch (failure) {
    const said = failure instanceof Error ? failure.message : '';
    return lost(
      number,
      `Record ${number} is no well-formed XML: ${said} Text with & or < in it has to be written with &amp; or &lt;, or in CDATA.`,
    );
  }
}

const lost = (line: number, message: string): RowOrLoss => ({
  kind: 'lost',
  problem: error({ line }, message),
  headers: [],
  cells: [],
});

function rowOf(values: Map<string, string>, line: number, limits: CatalogFileLimits): FileRow {
  const row: FileRow = {
    headers: [...values.keys()].slice(0, limits.columns),
    from: line,
    to: line,
    cells: [],
    problems: [],
  };
  if (values.size > limits.columns) {
    const most = count(limits.columns, 'value');
    row.problems.push(
      error({ line }, `Record ${line} has ${values.size} values; at most ${most} are read.`),
    );
  }
  row.cells = row.headers.map((header) => {
    const text = values.get(header) ?? '';
    if (text.length * 3 <= limits.cell || Buffer.byteLength(text) <= limits.cell) return text;
    const size = Math.ceil(Buffer.byteLength(text) / 1000);
    row.problems.push(
      error(
        { line, column: header },
        `This value has ${size} kB; at most ${limits.cell / 1000} are read. Shorten it.`,
      ),
    );
    return '';
  });
  return row;
}
