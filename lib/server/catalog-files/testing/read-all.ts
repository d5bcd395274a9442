import type { CatalogItem, CatalogProblem } from '#lib/domain/catalog-item.ts';
import { openCatalogFile } from '../open-catalog-file.ts';
import type { OpenOptions } from '../opened-file.ts';

export interface ReadFile {
  format: string;
  headers: string[];
  items: CatalogItem[];
  /** Of lines that belong to no garment. */
  problems: CatalogProblem[];
}

/** A whole file at once; fails where it cannot be read at all. */
export async function readAll(
  file: string | Uint8Array,
  options: Partial<OpenOptions> = {},
): Promise<ReadFile> {
  const opened = await openCatalogFile(inPieces(Buffer.from(file)), {
    currency: 'EUR',
    ...options,
  });
  if (opened.kind !== 'readable') throw new Error(`not readable: ${JSON.stringify(opened)}`);
  const items: CatalogItem[] = [];
  const problems: CatalogProblem[] = [];
  for await (const entry of opened.entries()) {
    if (entry.kind === 'item') items.push(entry.item);
    else problems.push(entry.problem);
  }
  return { format: opened.format, headers: opened.headers, items, problems };
}

export async function* inPieces(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a garment is, whichever lines it came from. */
export function bare({ lines: _lines, problems: _problems, ...item }: CatalogItem) {
  return item;
}

export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
