import 'server-only';
import type { SampleColumn } from '#lib/contracts/import.ts';
import type { ColumnMapping } from '#lib/domain/catalog/own-columns.ts';
import type { FileFormat } from '#lib/domain/garment-plan.ts';
import type { CatalogEntry } from '#lib/server/catalog-files/opened-file.ts';

/** What an import needs of the file formats. */
export interface CatalogFiles {
  /** Finds out what a file is by its beginning. */
  recognise(file: OpenFile, currency: string): Promise<Recognised>;
  formatOf(run: RunFormat): FileFormat;
  /** @throws CatalogUnreadable where the file turns out to be none of its format. */
  read(file: OpenFile, options: ReadOptions): AsyncIterable<CatalogEntry>;
}

export interface OpenFile {
  name: string;
  body: ReadableStream<Uint8Array>;
}

export interface RunFormat {
  format: string | null;
  /** For a file with columns of the shop's own. */
  mapping: ColumnMapping | null;
}

export interface ReadOptions extends RunFormat {
  /** ISO 4217, of the shop. */
  currency: string;
}

export type Recognised =
  | { kind: 'known'; format: string }
  /** Its columns are the shop's own; `mapping` is what can be guessed from their names. */
  | { kind: 'own'; format: string; columns: SampleColumn[]; mapping: ColumnMapping }
  | { kind: 'unreadable'; sentence: string };

/** The message is a sentence for the shop's people. */
export class CatalogUnreadable extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'CatalogUnreadable';
  }
}
