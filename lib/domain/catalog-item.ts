import type { GarmentCategory } from './category.ts';

/**
 * A garment as a shop's file tells of it. Two things look alike and are not: a field that is
 * `undefined` stands in no column of the file and is left alone; one that is empty stands there as a
 * blank cell and clears what was known.
 */
export interface CatalogItem {
  /** What the file calls it, the same in the next file of the same shop (`Garment.importKey`). */
  importKey: string;
  /** Lines of the file, counted from 1, the header included. Records of XML are counted instead. */
  lines: { from: number; to: number };
  title?: string;
  description?: string;
  /** As a shop's words were understood; null for what nobody can try on. */
  category?: { value: GarmentCategory | null; because: CategoryReason };
  status?: 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
  colour?: string;
  /** What it shares with the same garment in other colours. */
  style?: string;
  material?: string;
  productType?: string;
  tags?: string[];
  price?: CatalogPrice | null;
  sizeChart?: { columns: string[]; rows: { size: string; values: number[] }[] } | null;
  /** In their order. */
  pictures?: { url: string; alt?: string }[];
  variants?: CatalogVariant[];
  /** Columns that mean nothing here, by their header; kept for the export. */
  source: Record<string, string>;
  problems: CatalogProblem[];
}

export interface CatalogVariant {
  /** Empty for what comes in one size. */
  size: string;
  sku?: string;
  barcode?: string;
  /** What the shop's own checkout calls it. */
  externalId?: string;
  /** Null where it costs what the garment costs. */
  price?: CatalogPrice | null;
  stock?: number;
  source: Record<string, string>;
}

/** Minor units. A file without currencies leaves it to the shop's. */
export interface CatalogPrice {
  minor: number;
  currency: string | null;
}

/** What told the category. */
export const categoryReasons = [
  'own_column',
  'product_category',
  'product_type',
  'title',
  'tags',
  'unknown',
] as const;
export type CategoryReason = (typeof categoryReasons)[number];

/** Errors keep the garment out; warnings let it in with that cell left out. */
export interface CatalogProblem {
  severity: 'error' | 'warning';
  line: number;
  /** The header as the file has it; null where no single column is to blame. */
  column: string | null;
  /** A plain sentence that names the value and the way out. */
  message: string;
}
