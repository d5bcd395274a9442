import type { CatalogItem, CategoryReason } from '../catalog-item.ts';
import { kindOfWords } from './kind-of-words.ts';
import type { Kind } from './kind-words.ts';
import { kindOfCategory } from './taxonomies.ts';

export interface CategoryClues {
  title?: string;
  /** The shop's own word for it: "Blouses", "Damen > Kleider". */
  productType?: string;
  /** A path or an id of Shopify's or Google's taxonomy. */
  productCategory?: string;
  tags?: readonly string[];
}

type Inferred = NonNullable<CatalogItem['category']>;

const unknown: Inferred = { value: null, because: 'unknown' };

/**
 * What something can be tried on as, from what its shop says of it. The taxonomies are exact and go
 * first; the shop's own type and the title must not contradict each other; tags only count where there
 * is nothing else. When it is not clear it is unknown, and never guessed.
 */
export function inferCategory(clues: CategoryClues): Inferred {
  const { title = '', productType = '', productCategory = '', tags = [] } = clues;
  const category = settled(kindOfCategory(productCategory));
  if (category) return inferred(category, 'product_category');

  const type = settled(kindOfCategory(productType));
  const words = kindOfWords(title);
  if (type && settled(words) && type !== words) return unknown;
  if (type) return inferred(type, 'product_type');
  if (words) return settled(words) ? inferred(words, 'title') : unknown;

  const named = [...new Set(tags.map((tag) => kindOfWords(tag)).filter((kind) => kind !== null))];
  const [only] = named;
  return only && named.length === 1 && settled(only) ? inferred(only, 'tags') : unknown;
}

const settled = (kind: Kind | null): Exclude<Kind, 'UNCLEAR'> | null =>
  kind === 'UNCLEAR' ? null : kind;

const inferred = (kind: Kind, because: CategoryReason): Inferred => ({
  value: kind === 'NONE' || kind === 'UNCLEAR' ? null : kind,
  because,
});
