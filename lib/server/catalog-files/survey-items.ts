import 'server-only';
import type { CatalogItem, CatalogVariant } from '#lib/domain/catalog-item.ts';

/**
 * Garments to be written. They are walked twice: which columns there are has to be known before the
 * first line. All colours of a style have to stand together.
 */
export type CatalogItems = () => Iterable<CatalogItem> | AsyncIterable<CatalogItem>;

export interface Survey {
  /** Columns that are kept for the file, in the order in which they were met. */
  headers: string[];
  /** What any garment says at all; what none does needs no column. */
  fields: Set<keyof CatalogItem>;
  ofSizes: Set<keyof CatalogVariant>;
  /** Whether some are colours of one style, and whether some have a colour but are not. */
  hasColours: boolean;
  hasColourApart: boolean;
  hasSizes: boolean;
}

export async function surveyItems(items: CatalogItems): Promise<Survey> {
  const headers = new Set<string>();
  const fields = new Set<keyof CatalogItem>();
  const ofSizes = new Set<keyof CatalogVariant>();
  let hasColours = false;
  let hasColourApart = false;
  let hasSizes = false;
  for await (const item of items()) {
    addSaid(item, fields);
    for (const header of Object.keys(item.source)) headers.add(header);
    const isOfStyle = !!item.style && item.importKey !== item.style;
    hasColours ||= !!item.colour && isOfStyle;
    hasColourApart ||= item.colour !== undefined && !isOfStyle;
    for (const variant of item.variants ?? []) {
      addSaid(variant, ofSizes);
      hasSizes ||= variant.size !== '';
      for (const header of Object.keys(variant.source)) headers.add(header);
    }
  }
  return { headers: [...headers], fields, ofSizes, hasColours, hasColourApart, hasSizes };
}

function addSaid<T extends object>(thing: T, to: Set<keyof T>): void {
  for (const field of Object.keys(thing) as (keyof T)[]) {
    if (thing[field] !== undefined) to.add(field);
  }
}

/** Garments that stand one after the other and belong together. */
export async function* consecutive(
  items: Iterable<CatalogItem> | AsyncIterable<CatalogItem>,
  keyOf: (item: CatalogItem) => string,
): AsyncGenerator<[CatalogItem, ...CatalogItem[]]> {
  let held: [CatalogItem, ...CatalogItem[]] | null = null;
  for await (const item of items) {
    if (held && keyOf(held[0]) === keyOf(item)) {
      held.push(item);
      continue;
    }
    if (held) yield held;
    held = [item];
  }
  if (held) yield held;
}
