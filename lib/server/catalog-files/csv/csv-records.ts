import 'server-only';
import { CsvError, type Options, parse } from 'csv-parse/sync';

/**
 * The records of a delimited file, one after the other. csv-parse reads the cells; what is added is
 * that a broken line costs that line only: csv-parse alone ends at it, or, where a quote is left open,
 * skips to the end of the file.
 *
 * Lines are counted from 1; a cell may go over several.
 */
export type CsvRecord =
  | { kind: 'cells'; from: number; to: number; cells: string[] }
  | {
      kind: 'broken';
      from: number;
      to: number;
      why: 'open_quote' | 'stray_quote' | 'too_long';
      /** How the line begins. */
      text: string;
    };

interface CsvOptions {
  delimiter: string;
  /** The most bytes of one record. */
  rowBytes: number;
}

const LF = 0x0a;
const CR = 0x0d;
const EMPTY = Buffer.alloc(0);
/** How many lines are tried to find where a broken record is over. */
const LINES_TO_TRY = 40;
/** How much must follow a broken record before it is judged, so that blocks make no difference. */
const LOOK_AHEAD = 16 * 1024;

export async function* readCsvRecords(
  blocks: AsyncIterable<Buffer>,
  { delimiter, rowBytes }: CsvOptions,
): AsyncGenerator<CsvRecord> {
  let held: Buffer = EMPTY;
  let line = 1;
  let width: number | null = null;
  /** A record that was not complete is not looked at again before there is twice as much of it. */
  let enough = 0;
  let skipping = false;

  function* readHeld(ended: boolean): Generator<CsvRecord> {
    const cut = ended ? held.length : endOfLastLine(held);
    let at = 0;
    const take = (end: number) => {
      const slice = held.subarray(at, end);
      const blank = countLines(slice.subarray(0, leadingBlank(slice)));
      const from = line + blank;
      line += countLines(slice);
      at = end;
      return { from, to: Math.max(from, endsLine(slice) ? line - 1 : line) };
    };
    const broken = (why: 'open_quote' | 'stray_quote' | 'too_long', end: number): CsvRecord => {
      const start = at + leadingBlank(held.subarray(at));
      const text = held.toString('utf8', start, Math.min(start + 2_000, endOfLine(held, start)));
      return { kind: 'broken', ...take(end), why, text: text.trimEnd() };
    };

    const seesEnough = () => ended || held.length - at >= LOOK_AHEAD;

    while (at < cut) {
      const { records, failure } = parseCells(held.subarray(at, cut), delimiter);
      const base = at;
      let next: 'on' | 'again' | 'wait' = 'on';
      for (const { cells, end } of records) {
        if (width && cells.length !== width && endOfFirstLine() < base + end - 1) {
          if (!seesEnough()) next = 'wait';
          else if (readsWell(endOfFirstLine(), width)) next = 'again';
          if (next !== 'on') break;
        }
        if (base + end - at > rowBytes) {
          yield broken('too_long', base + end);
          continue;
        }
        width ??= cells.length;
        yield { kind: 'cells', ...take(base + end), cells };
      }
      if (next === 'wait') break;
      if (next === 'again') {
        yield broken('open_quote', endOfFirstLine());
        continue;
      }
      if (!failure) {
        take(cut);
        break;
      }
      if (failure === 'open_quote' && !ended && held.length - at <= rowBytes) break;
      if (!seesEnough()) break;
      if (failure === 'stray_quote') {
        const lenient = readLeniently(held.subarray(at, cut), delimiter, width);
        if (lenient) {
          yield { kind: 'cells', ...take(at + lenient.end), cells: lenient.cells };
          continue;
        }
      }
      yield broken(failure, endOfBroken());
    }
    held = held.subarray(at);
    enough = held.length * 2;

    function endOfFirstLine(): number {
      return endOfLine(held, at + leadingBlank(held.subarray(at, cut)));
    }

    function readsWell(start: number, expected: number): boolean {
      const [record] = parseCells(held.subarray(start, cut), delimiter, { to: 1 }).records;
      return record !== undefined && record.cells.length === expected;
    }

    /** The next line that reads like a whole record; what lies between belongs to the broken one. */
    function endOfBroken(): number {
      const next = endOfFirstLine();
      if (!width || width === 1) return next;
      let start = next;
      for (let tried = 0; tried < LINES_TO_TRY && start < cut; tried += 1) {
        if (readsWell(start, width)) return start;
        start = endOfLine(held, start);
      }
      return next;
    }
  }

  for await (const block of blocks) {
    held = held.length > 0 ? Buffer.concat([held, block]) : block;
    if (skipping) {
      const end = held.indexOf(LF);
      held = end < 0 ? EMPTY : held.subarray(end + 1);
      if (end < 0) continue;
      skipping = false;
      line += 1;
    }
    if (held.length < enough && held.length <= rowBytes) continue;
    yield* readHeld(false);
    if (held.length > rowBytes && endOfLastLine(held) === 0) {
      const text = held.toString('utf8', 0, 2_000);
      yield { kind: 'broken', from: line, to: line, why: 'too_long', text };
      held = EMPTY;
      skipping = true;
    }
  }
  yield* readHeld(true);
}

type Failure = 'open_quote' | 'stray_quote';

interface ParsedCells {
  records: { cells: string[]; end: number }[];
  failure: Failure | null;
}

/** All records up to the first that cannot be read; `end` counts from the beginning of `text`. */
export function parseCells(text: Buffer, delimiter: string, more: Options = {}): ParsedCells {
  const records: ParsedCells['records'] = [];
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 0,
      on_record: (cells: string[], { bytes }) => {
        records.push({ cells, end: bytes });
        return null;
      },
      ...more,
    });
    return { records, failure: null };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      records,
      failure: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'open_quote' : 'stray_quote',
    };
  }
}

/** One record with a quote in the middle of a cell (`5" wide`), or with a space before a quoted one. */
function readLeniently(text: Buffer, delimiter: string, width: number | null) {
  for (const more of [{ relax_quotes: true }, { trim: true }]) {
    const [record] = parseCells(text, delimiter, { ...more, to: 1 }).records;
    const fits = record && (!width || record.cells.length === width);
    if (fits && !record.cells.some((cell) => cell.startsWith('"'))) return record;
  }
  return null;
}

/** After the last line that is complete; a carriage return at the very end may have its other half. */
function endOfLastLine(bytes: Buffer): number {
  const end = bytes.lastIndexOf(LF) + 1;
  if (end > 0) return end;
  return bytes.subarray(0, -1).lastIndexOf(CR) + 1;
}

function endOfLine(bytes: Buffer, from: number): number {
  const lf = bytes.indexOf(LF, from);
  if (lf >= 0) return lf + 1;
  const cr = bytes.indexOf(CR, from);
  return cr >= 0 ? cr + 1 : bytes.length;
}

function leadingBlank(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === LF || bytes[at] === CR) at += 1;
  return at;
}

const endsLine = (bytes: Buffer) => [LF, CR].includes(bytes[bytes.length - 1] ?? 0);

function countLines(bytes: Buffer): number {
  const mark = bytes.includes(LF) ? LF : CR;
  let count = 0;
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) count += 1;
  return count;
}
