import 'server-only';
import type { CatalogPrice, CatalogProblem } from '#lib/domain/catalog-item.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';

/**
 * Feeds and shops' own tables have one line a size, and everything about the garment in each of them.
 * What the columns are called, and how they say it, is a dialect.
 */
export interface Line {
  from: number;
  /** Columns that are understood, as the file has them. */
  texts: Map<Field, Cell>;
  pictures: { found: Picture[]; cells: Cell[] } | undefined;
  /** Columns that are not understood, or not all of. */
  others: Cell[];
  problems: CatalogProblem[];
}

export interface Cell {
  header: string;
  text: string;
}

export interface Picture {
  url: string;
  alt?: string;
}

export interface ReadPictures {
  found: Picture[];
  /** What is no address. */
  odd: Cell[];
}

/** What a line says of its garment. */
export interface GarmentValues {
  style: string;
  title: string;
  description: string;
  category: GarmentCategory | null;
  status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED';
  colour: string;
  material: string;
  productType: string;
  tags: string[];
  sizeChart: { columns: string[]; rows: { size: string; values: number[] }[] } | null;
}

/** What it says of its size. */
export interface SizeValues {
  size: string;
  sku: string;
  barcode: string;
  externalId: string;
  price: CatalogPrice | null;
  stock: number;
}

export type GarmentField = keyof GarmentValues;
export type SizeField = keyof SizeValues;
export type Field = GarmentField | SizeField;

/** How a value is written. `undefined` says that a text is none; a blank one may say nothing at all. */
export interface Codec<T> {
  read: (text: string) => T | undefined;
  write: (value: T) => string;
  /** What is wrong with a text that is none, and how to write it. */
  advice?: (text: string) => string;
  isSame?: (a: T, b: T) => boolean;
}

export interface Dialect {
  ofGarment: { [F in GarmentField]?: Codec<GarmentValues[F]> };
  ofSize: { [F in SizeField]?: Codec<SizeValues[F]> };
  /** Whether titles may end with the colour and the size of their line. */
  hasSizesInTitles: boolean;
  /** As garments made here have it. */
  headers: Partial<Record<Field, string>>;
  /** Whatever its sizes have in common, a garment does not have it: its article number. */
  isOnlyOfSize: (header: string) => boolean;
  readPictures: (cells: readonly Cell[]) => ReadPictures;
  writePictures: (pictures: readonly Picture[]) => Cell[];
  isPicture: (header: string) => boolean;
  /** Files write "image link" and "g:image_link" for the same. */
  isSameHeader: (a: string, b: string) => boolean;
  /** Which field a column of the file is about. */
  fieldOf: (header: string) => Field | undefined;
}
