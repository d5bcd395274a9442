import 'server-only';
import type { CatalogProblem } from '#lib/domain/catalog-item.ts';

/** The sentences about a file: what stands there, and the way out. */

interface Place {
  line: number;
  column?: string | null;
}

const problem =
  (severity: CatalogProblem['severity']) =>
  ({ line, column = null }: Place, message: string): CatalogProblem => ({
    severity,
    line,
    column,
    message,
  });

export const error = problem('error');
export const warning = problem('warning');

/** A value inside a sentence: short, on one line, in quotes. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}…` : line}”`;
}

export const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
