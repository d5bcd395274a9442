import 'server-only';
import { parseCells } from './csv-records.ts';

const delimiters = [',', ';', '\t', '|'];
const LINES = 20;

/** What stands between the cells: whatever cuts the first lines into the most cells, evenly. */
export function sniffDelimiter(head: Buffer): string {
  const scored = delimiters.map((delimiter) => {
    const { records } = parseCells(head, delimiter, { to: LINES, relax_quotes: true });
    const width = records[0]?.cells.length ?? 1;
    const even = records.filter(({ cells }) => cells.length === width).length;
    return { delimiter, score: width > 1 ? (even / records.length) ** 2 * width : 0 };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}
