import 'server-only';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';

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
