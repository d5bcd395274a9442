import 'server-only';
import type { ColumnMapping, OwnField } from '#lib/domain/catalog/own-columns.ts';
import type { CatalogItem, CatalogProblem } from '#lib/domain/catalog-item.ts';
import type { TextEncodingName } from './encoding.ts';
import type { CatalogFileLimits } from './limits.ts';
import { error } from './problems.ts';

export type OpenedCatalogFile =
  | { kind: 'refused'; problem: CatalogProblem }
  | { kind: 'needs_mapping'; headers: string[]; columns: UnknownColumn[] }
  | {
      kind: 'readable';
      format: CatalogFormat;
      /** Whether the headers leave no doubt; a merchant may be asked otherwise. */
      isSure: boolean;
      encoding: TextEncodingName;
      /** As the file has them, in their order: for the writers. Those of XML are its elements. */
      headers: string[];
      entries: () => AsyncGenerator<CatalogEntry>;
    };

export type CatalogFormat = 'shopify' | 'google_tsv' | 'google_xml' | 'own';

export type CatalogEntry =
  | { kind: 'item'; item: CatalogItem }
  | { kind: 'problem'; problem: CatalogProblem };

export interface UnknownColumn {
  header: string;
  /** What it is most likely about; null for what is only kept. */
  field: OwnField | null;
  /** Some of what stands in it. */
  samples: string[];
}

export interface OpenOptions {
  /** What prices without a currency are in. */
  currency: string;
  /** Which it is when the headers do not tell, or tell otherwise. */
  format?: CatalogFormat;
  /** What the columns of a shop's own table are about; needs a title or a key. */
  mapping?: ColumnMapping;
  limits?: Partial<CatalogFileLimits>;
}

/** What a part of the file is known to be before its encoding is certain. */
export type OpenedText =
  | Exclude<OpenedCatalogFile, { kind: 'readable' }>
  | Omit<OpenedCatalogFile & { kind: 'readable' }, 'encoding'>;

export type OpenTextOptions = Omit<OpenOptions, 'limits'> & { limits: CatalogFileLimits };

export function refused(message: string): OpenedCatalogFile & { kind: 'refused' } {
  return { kind: 'refused', problem: error({ line: 1 }, message) };
}
