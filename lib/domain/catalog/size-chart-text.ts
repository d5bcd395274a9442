interface SizeChart {
  columns: string[];
  rows: { size: string; values: number[] }[];
}

/**
 * A size chart as the text of one cell: a line of headers, then one a size.
 *
 *   Size | Chest (cm) | Waist (cm)
 *   S | 88 | 70
 */
export function writeSizeChart({ columns, rows }: SizeChart): string {
  const lines = [
    ['Size', ...columns],
    ...rows.map(({ size, values }) => [size, ...values.map(String)]),
  ];
  return lines.map((cells) => cells.map(escaped).join(' | ')).join('\n');
}

/** Null when it is none. */
export function readSizeChart(text: string): SizeChart | null {
  const lines = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => unescaped(cell.trim())));
  const [header, ...rows] = lines;
  if (!header || header.length < 2 || rows.length === 0) return null;
  const columns = header.slice(1);
  const chart = {
    columns,
    rows: rows.map(([size = '', ...values]) => ({
      size,
      values: values.map((value) => Number(value.replace(',', '.').trim() || Number.NaN)),
    })),
  };
  const isWhole = chart.rows.every(
    ({ values }) =>
      values.length === columns.length && values.every((value) => Number.isFinite(value)),
  );
  return isWhole ? chart : null;
}

const escaped = (text: string) => text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ').trim();
const unescaped = (text: string) => text.replace(/\\([\\|])/g, '$1');
