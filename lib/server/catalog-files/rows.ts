import 'server-only';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';
import type { CatalogFileLimits } from './limits.ts';
import { count, error } from './problems.ts';

/** One line of a file (or several, where a cell goes over them), with a cell for each header. */
export interface FileRow {
  /** The same for all rows of a table; of a feed in XML each record has its own. */
  headers: readonly string[];
  from: number;
  to: number;
  cells: string[];
  /** Of the line itself; what the cells mean is not known here. */
  problems: CatalogProblem[];
}

export type RowOrLoss =
  | { kind: 'row'; row: FileRow }
  /** A line that could not be read, and what its cells may have been. */
  | { kind: 'lost'; problem: CatalogProblem; headers: readonly string[]; cells: string[] };

/** The rows of one garment, or of one style with all its colours. */
export interface RowGroup {
  key: string;
  rows: FileRow[];
  /** Of lines that were lost. */
  problems: CatalogProblem[];
}

/** What is hardly a table is not read to its end: finding where a broken line is over takes time. */
export async function* untilTooBroken(
  rows: AsyncIterable<RowOrLoss>,
  { brokenLines }: CatalogFileLimits,
): AsyncGenerator<RowOrLoss> {
  let lost = 0;
  for await (const next of rows) {
    yield next;
    if (next.kind === 'row') continue;
    lost += 1;
    if (lost < brokenLines) continue;
    const message = `${count(lost, 'line')} cannot be read, so the rest was left out. Export the file again.`;
    yield { ...next, cells: [], problem: error({ line: next.problem.line }, message) };
    return;
  }
}
