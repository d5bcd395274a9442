import type { CatalogItem } from '../catalog-item.ts';

export interface CategoryClues {
  title?: string;
  productType?: string;
  /** A path or an id of Shopify's or Google's taxonomy. */
  productCategory?: string;
  tags?: readonly string[];
}

/** What a garment can be tried on as, from the words that its shop has for it. */
export function inferCategory(_clues: CategoryClues): NonNullable<CatalogItem['category']> {
  return { value: null, because: 'unknown' };
}
