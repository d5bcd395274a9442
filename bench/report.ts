import type { Life } from '../scripts/command.ts';

/** The rows of the targets that figures are held against. */
export const targetRows = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10'] as const;
export type TargetRow = (typeof targetRows)[number];

/** One line of a table: figures by the name of their column. */
export type Row = Record<string, number>;

export interface Table {
  title: string;
  /** Lines by name. */
  rows: Record<string, Row>;
}

/** One measured figure of a row of the targets: what it came to in each round. */
export interface Figure {
  row: TargetRow;
  what: string;
  unit: string;
  rounds: number[];
  /** None for a yardstick, and for what only explains the others. */
  target?: { atMost: number } | { atLeast: number };
  /** Which round is held against the target: by default the median one, for a worst case the worst. */
  by?: 'worst';
  /** What the figures of this row are to be seen beside. */
  yardstick?: true;
}

export interface Findings {
  figures?: Figure[];
  /** Everything else that was seen. */
  tables?: Table[];
}

/** `life` ends with the command: what a bench starts is stopped with it. */
export type Bench = (life: Life) => Promise<Findings>;

/** Columns as wide as they need to be, figures to the right. */
export function formatTable({ title, rows }: Table): string {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  return formatCells(title, [
    ['', ...columns],
    ...Object.entries(rows).map(([name, row]) => [
      name,
      ...columns.map((column) => row[column]?.toFixed(2) ?? ''),
    ]),
  ]);
}

/** The first line is the head; the first column goes to the left, all others to the right. */
export function formatCells(title: string, lines: string[][]): string {
  const [head = []] = lines;
  const widths = head.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const body = lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...body].join('\n');
}
