import 'server-only';

/** What a file may hold at most, so that none fills the memory. Sizes are bytes of UTF-8. */
export interface CatalogFileLimits {
  cell: number;
  row: number;
  columns: number;
  garments: number;
  rowsPerGarment: number;
  /** Lines that cannot be read at all, before the rest is given up. */
  brokenLines: number;
}

export const catalogFileLimits: CatalogFileLimits = {
  cell: 100_000,
  row: 1_000_000,
  columns: 500,
  garments: 100_000,
  rowsPerGarment: 2_500,
  brokenLines: 1_000,
};
