import 'server-only';
import { readCount } from '#lib/domain/catalog/cell-values.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { FileRow } from '../rows.ts';
import type { ShopifyColumns, ShopifyField } from './columns.ts';

/** Reads cells by what they mean; `undefined` stands for a column that the file does not have. */
export interface ShopifyCells {
  columns: ShopifyColumns;
  cell: (row: FileRow, field: ShopifyField) => string | undefined;
  /** Of the whole product: in its first line as a rule. */
  said: (rows: readonly FileRow[], field: ShopifyField) => string | undefined;
  /** As the file has it. */
  header: (field: ShopifyField) => string;
}

export function shopifyCells(columns: ShopifyColumns): ShopifyCells {
  const { at, headers } = columns;
  const cell: ShopifyCells['cell'] = (row, field) => {
    const index = at.get(field);
    return index === undefined ? undefined : (row.cells[index] ?? '');
  };
  return {
    columns,
    cell,
    said: (rows, field) => {
      if (!at.has(field)) return undefined;
      for (const row of rows) {
        const text = cell(row, field);
        if (text?.trim()) return text;
      }
      return '';
    },
    header: (field) => headers[at.get(field) ?? -1] ?? field,
  };
}

type Status = NonNullable<CatalogItem['status']>;

/**
 * Shopify says twice whether something is for sale: its status, and whether its online store shows it.
 * Here it is in the shop when both say so. `undefined` when neither is said.
 */
export function readStatus(
  status: string | undefined,
  published: string | undefined,
): Status | 'unreadable' | undefined {
  const isHidden = published !== undefined && /^(false|no|0)$/i.test(published.trim());
  switch (status?.trim().toLowerCase()) {
    case 'active':
      return isHidden ? 'DRAFT' : 'ACTIVE';
    case 'draft':
    case 'unlisted':
      return 'DRAFT';
    case 'archived':
      return 'ARCHIVED';
    case undefined:
    case '':
      if (published === undefined) return undefined;
      return isHidden ? 'DRAFT' : 'ACTIVE';
    default:
      return 'unreadable';
  }
}

/**
 * What nobody counts is always there: at least one. Oversold is none.
 * @param tracker '' for what nobody counts
 */
export function readStock(
  text: string | undefined,
  tracker: string | undefined,
): number | 'unreadable' | undefined {
  if (text === undefined) return undefined;
  const isCounted = tracker === undefined || tracker.trim() !== '';
  if (text.trim() === '') return isCounted ? undefined : 1;
  const stock = readCount(text);
  if (stock === null) return 'unreadable';
  return Math.max(isCounted ? 0 : 1, stock);
}
