import 'server-only';
import { type ShopifyColumns, type ShopifyField, shopifyColumnId } from './columns.ts';

/** What a file said, by what its columns mean: its headers may be the old ones or the new. */
export class Said {
  readonly #texts: Map<string, string>;

  constructor(source: Readonly<Record<string, string>>) {
    this.#texts = new Map(
      Object.entries(source).map(([header, text]) => [shopifyColumnId(header), text]),
    );
  }

  of(column: ShopifyField | (string & {})): string | undefined {
    return this.#texts.get(column);
  }
}

/** One line to be written; what has no column is not said. */
export class WrittenRow {
  readonly cells: string[];
  readonly #columns: ShopifyColumns;

  constructor(columns: ShopifyColumns) {
    this.#columns = columns;
    this.cells = Array<string>(columns.headers.length).fill('');
  }

  set(field: ShopifyField, text: string): void {
    this.setAt(this.#columns.at.get(field), text);
  }

  setAt(index: number | undefined, text: string): void {
    if (index !== undefined) this.cells[index] = text;
  }
}

/** As the file had it, if that still means the same. */
export function unlessChanged<T>(
  raw: string | undefined,
  value: T | undefined,
  read: (text: string) => T,
  write: (value: T) => string,
  isSame: (a: T, b: T) => boolean = Object.is,
): string {
  if (value === undefined) return raw ?? '';
  return raw !== undefined && isSame(read(raw), value) ? raw : write(value);
}
