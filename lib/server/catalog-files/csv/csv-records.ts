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
/** How much of a broken line is told. */
const TEXT_SHOWN = 2_000;

export async function* readCsvRecords(
  blocks: AsyncIterable<Buffer>,
  options: CsvOptions,
): AsyncGenerator<CsvRecord> {
  const reader = new RecordReader(options);
  for await (const block of blocks) yield* reader.read(block);
  yield* reader.end();
}

class RecordReader {
  readonly #options: CsvOptions;
  /** What was not read yet begins at `#at`, in line `#line`; only whole lines before `#cut` are read. */
  #held: Buffer = EMPTY;
  #at = 0;
  #cut = 0;
  #line = 1;
  /** How many cells the first record has. */
  #width: number | null = null;
  /** A record that was not complete is not looked at again before there is twice as much of it. */
  #enough = 0;
  #isInEndlessLine = false;
  #isEnd = false;

  constructor(options: CsvOptions) {
    this.#options = options;
  }

  *read(block: Buffer): Generator<CsvRecord> {
    const { rowBytes } = this.#options;
    this.#held = this.#held.length > 0 ? Buffer.concat([this.#held, block]) : block;
    if (this.#isInEndlessLine && !this.#skipLine()) return;
    if (this.#held.length < this.#enough && this.#held.length <= rowBytes) return;
    yield* this.#readLines(endOfLastLine(this.#held));
    if (this.#held.length > rowBytes && endOfLastLine(this.#held) === 0) {
      const text = this.#held.toString('utf8', 0, TEXT_SHOWN);
      yield { kind: 'broken', from: this.#line, to: this.#line, why: 'too_long', text };
      this.#held = EMPTY;
      this.#isInEndlessLine = true;
    }
  }

  *end(): Generator<CsvRecord> {
    this.#isEnd = true;
    yield* this.#readLines(this.#held.length);
  }

  *#readLines(cut: number): Generator<CsvRecord> {
    this.#at = 0;
    this.#cut = cut;
    let isDone = false;
    while (this.#at < cut && !isDone) {
      const { records, failure } = parseCells(this.#rest(), this.#options.delimiter);
      const verdict = yield* this.#readRecords(records);
      if (verdict === 'swallowed') yield this.#broken('open_quote', this.#endOfFirstLine());
      else if (verdict === 'wait') isDone = true;
      else if (failure) isDone = yield* this.#readFailed(failure);
      else this.#advance(cut);
    }
    this.#held = this.#held.subarray(this.#at);
    this.#enough = this.#held.length * 2;
  }

  *#readRecords(
    records: ParsedCells['records'],
  ): Generator<CsvRecord, 'read' | 'swallowed' | 'wait'> {
    const base = this.#at;
    for (const { cells, end } of records) {
      const isOdd = this.#width !== null && cells.length !== this.#width;
      // A quote that was left open may have closed in a later line by chance.
      if (isOdd && this.#endOfFirstLine() < base + end - 1) {
        if (!this.#seesEnough()) return 'wait';
        if (this.#readsWell(this.#endOfFirstLine())) return 'swallowed';
      }
      if (base + end - this.#at > this.#options.rowBytes) {
        yield this.#broken('too_long', base + end);
        continue;
      }
      this.#width ??= cells.length;
      yield { kind: 'cells', ...this.#advance(base + end), cells };
    }
    return 'read';
  }

  /** @returns whether more has to be seen first */
  *#readFailed(failure: Failure): Generator<CsvRecord, boolean> {
    const { delimiter, rowBytes } = this.#options;
    const mayClose = failure === 'open_quote' && this.#held.length - this.#at <= rowBytes;
    if (!this.#seesEnough() || (mayClose && !this.#isEnd)) return true;
    const lenient =
      failure === 'stray_quote' ? readLeniently(this.#rest(), delimiter, this.#width) : null;
    if (lenient) {
      yield { kind: 'cells', ...this.#advance(this.#at + lenient.end), cells: lenient.cells };
    } else {
      yield this.#broken(failure, this.#endOfBroken());
    }
    return false;
  }

  #rest(): Buffer {
    return this.#held.subarray(this.#at, this.#cut);
  }

  #seesEnough(): boolean {
    return this.#isEnd || this.#held.length - this.#at >= LOOK_AHEAD;
  }

  /** Goes on to `end`; blank lines before a record are not its own. */
  #advance(end: number): { from: number; to: number } {
    const slice = this.#held.subarray(this.#at, end);
    const from = this.#line + countLines(slice.subarray(0, leadingBlank(slice)));
    this.#line += countLines(slice);
    this.#at = end;
    return { from, to: Math.max(from, endsLine(slice) ? this.#line - 1 : this.#line) };
  }

  #broken(why: (CsvRecord & { kind: 'broken' })['why'], end: number): CsvRecord {
    const start = this.#at + leadingBlank(this.#rest());
    const shown = Math.min(start + TEXT_SHOWN, endOfLine(this.#held, start));
    const text = this.#held.toString('utf8', start, shown).trimEnd();
    return { kind: 'broken', ...this.#advance(end), why, text };
  }

  #endOfFirstLine(): number {
    return endOfLine(this.#held, this.#at + leadingBlank(this.#rest()));
  }

  #readsWell(start: number): boolean {
    const text = this.#held.subarray(start, this.#cut);
    const [record] = parseCells(text, this.#options.delimiter, { to: 1 }).records;
    return record?.cells.length === this.#width;
  }

  /** The next line that reads like a whole record; what lies between belongs to the broken one. */
  #endOfBroken(): number {
    const next = this.#endOfFirstLine();
    if (this.#width === null || this.#width === 1) return next;
    let start = next;
    for (let tried = 0; tried < LINES_TO_TRY && start < this.#cut; tried += 1) {
      if (this.#readsWell(start)) return start;
      start = endOfLine(this.#held, start);
    }
    return next;
  }

  /** @returns whether its end was found */
  #skipLine(): boolean {
    const end = this.#held.indexOf(LF);
    this.#held = end < 0 ? EMPTY : this.#held.subarray(end + 1);
    if (end < 0) return false;
    this.#isInEndlessLine = false;
    this.#line += 1;
    return true;
  }
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
