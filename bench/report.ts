import type { Life } from '../scripts/command.ts';

/** One line of a table: figures by the name of their column. */
export type Row = Record<string, number>;

export interface Table {
  title: string;
  /** Lines by name. */
  rows: Record<string, Row>;
}

/** `life` ends with the command: what a bench starts is stopped with it. */
export type Bench = (life: Life) => Promise<Table[]>;

/** Columns as wide as they need to be, figures to the right. */
export function formatTable({ title, rows }: Table): string {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const lines = [
    ['', ...columns],
    ...Object.entries(rows).map(([name, row]) => [
      name,
      ...columns.map((column) => row[column]?.toFixed(2) ?? ''),
    ]),
  ];
  const widths = ['', ...columns].map((_, i) =>
    Math.max(...lines.map((line) => line[i]?.length ?? 0)),
  );
  const body = lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...body].join('\n');
}
