import 'server-only';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';
import type { CatalogFileLimits } from './limits.ts';
import { count, error, quoted } from './problems.ts';
import type { FileRow, RowGroup, RowOrLoss } from './rows.ts';

export type GroupOrProblem =
  | { kind: 'group'; group: RowGroup }
  | { kind: 'problem'; problem: CatalogProblem };

interface Grouping {
  /** Which garment, or style, a row belongs to; '' when it does not say. */
  keyOf: (row: Pick<FileRow, 'headers' | 'cells'>) => string;
  /** The header of the column that tells it. */
  keyColumn: string;
  limits: CatalogFileLimits;
}

/** How far apart rows of one garment may stand, and how much text is held to wait for them. */
const WINDOW_ROWS = 200;
const WINDOW_LETTERS = 4_000_000;

interface Open {
  group: RowGroup;
  lastSeen: number;
  letters: number;
}

/**
 * Brings the rows of one garment together. They stand one after the other as a rule; a few others in
 * between are tolerated.
 */
export async function* groupRows(
  rows: AsyncIterable<RowOrLoss>,
  { keyOf, keyColumn, limits }: Grouping,
): AsyncGenerator<GroupOrProblem> {
  /** The one that was seen last stands last. */
  const open = new Map<string, Open>();
  const closed = new Map<string, { from: number; to: number }>();
  let letters = 0;
  let seen = 0;
  let lost: { key: string; problem: CatalogProblem } | null = null;
  let repeated = '';

  function* close(until: (oldest: Open) => boolean): Generator<GroupOrProblem> {
    for (const [key, oldest] of open) {
      if (until(oldest)) return;
      open.delete(key);
      letters -= oldest.letters;
      const { rows } = oldest.group;
      closed.set(detached(key), { from: rows[0]?.from ?? 0, to: rows.at(-1)?.to ?? 0 });
      yield { kind: 'group', group: oldest.group };
    }
  }

  for await (const next of rows) {
    if (next.kind === 'lost') {
      if (lost) yield { kind: 'problem', problem: lost.problem };
      const key = keyOf(next);
      const known = open.get(key);
      lost = known ? null : { key, problem: next.problem };
      known?.group.problems.push(next.problem);
      continue;
    }
    const { row } = next;
    const key = keyOf(row);
    if (key === '') {
      yield { kind: 'problem', problem: withoutKey(row, keyColumn) };
      continue;
    }
    const before = closed.get(key);
    if (before) {
      if (repeated !== key)
        yield { kind: 'problem', problem: cameAgain(row, keyColumn, key, before) };
      repeated = key;
      continue;
    }
    seen += 1;
    const known = open.get(key) ?? {
      group: { key, rows: [], problems: [] },
      lastSeen: 0,
      letters: 0,
    };
    if (known.group.rows.length === 0 && open.size + closed.size >= limits.garments) {
      const message = `The file has more than ${count(limits.garments, 'garment')}. Split it into several files.`;
      yield { kind: 'problem', problem: error({ line: row.from }, message) };
      break;
    }
    if (lost?.key === key) known.group.problems.push(lost.problem);
    else if (lost) yield { kind: 'problem', problem: lost.problem };
    lost = null;
    open.delete(key);
    open.set(key, known);
    known.lastSeen = seen;
    const size = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const isTooMuch =
      known.group.rows.length >= limits.rowsPerGarment || known.letters + size > WINDOW_LETTERS;
    if (isTooMuch) {
      noteOnce(known.group.problems, tooMuch(row, keyColumn, key, known.group.rows.length));
    } else {
      known.group.rows.push(row);
      known.letters += size;
      letters += size;
    }
    yield* close(({ lastSeen }) => seen - lastSeen < WINDOW_ROWS && letters <= WINDOW_LETTERS);
  }
  if (lost) yield { kind: 'problem', problem: lost.problem };
  yield* close(() => false);
}

/** A piece of a long string keeps all of it in memory; this one does not. */
const detached = (text: string): string => Buffer.from(text).toString();

const withoutKey = (row: FileRow, column: string) =>
  error(
    { line: row.from, column },
    `The column “${column}” is blank, so it is not known which garment this line belongs to.`,
  );

const cameAgain = (
  row: FileRow,
  column: string,
  key: string,
  lines: { from: number; to: number },
) =>
  error(
    { line: row.from, column },
    `${quoted(key)} was read from lines ${lines.from} to ${lines.to} already. Put all lines of a garment together, or give this one another name.`,
  );

const tooMuch = (row: FileRow, column: string, key: string, rows: number) =>
  error(
    { line: row.from, column },
    `${quoted(key)} has more than ${count(rows, 'line')}, too many for one garment. Check the column “${column}”.`,
  );

function noteOnce(problems: CatalogProblem[], one: CatalogProblem): void {
  if (!problems.some(({ message }) => message === one.message)) problems.push(one);
}
