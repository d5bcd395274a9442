import 'server-only';
import { inferCategory } from '#lib/domain/catalog/infer-category.ts';
import { categoryPath } from '#lib/domain/catalog/taxonomies.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { Cell, Dialect } from '../size-table/line.ts';
import { writeGarment } from '../size-table/write-garment.ts';
import { attributeOf } from './attributes.ts';

export interface GoogleWriting {
  currency: string;
  /** Where a garment is shown; of those that came from a feed the feed's own address is kept. */
  linkOf?: (item: CatalogItem) => string;
}

/** The lines of a garment, one a size, with what Google asks for. */
export function writeGoogleLines(
  item: CatalogItem,
  dialect: Dialect,
  named: (attribute: string) => string,
  { linkOf }: GoogleWriting,
): Cell[][] {
  const { category: inferred, ...garment } = item;
  const isAlone = (item.variants ?? []).length < 2;
  const style = item.style || (isAlone ? item.style : item.importKey);
  const variants = item.variants?.map((variant) => ({
    ...variant,
    externalId: variant.externalId || variant.sku || idOf(item, variant.size),
  }));
  const lines = writeGarment({ ...garment, style, variants }, dialect);
  const valueIn = (cells: readonly Cell[], attribute: string) =>
    cells.find(({ header, text }) => attributeOf(header) === attribute && text !== '')?.text;
  const { title, productType } = item;
  const stated = lines.map((cells) => valueIn(cells, CATEGORY)).find((text) => text);
  const again = inferCategory({ title, productType, productCategory: stated });
  const changed = inferred?.value && again.value !== inferred.value ? inferred.value : null;
  return lines.map((cells) => {
    const more: Cell[] = [];
    if (!valueIn(cells, 'id')) more.push({ header: named('id'), text: item.importKey });
    if (!valueIn(cells, 'link') && linkOf) more.push({ header: named('link'), text: linkOf(item) });
    if (!changed) return [...more, ...cells];
    const others = cells.filter(({ header }) => attributeOf(header) !== CATEGORY);
    return [...more, ...others, { header: named(CATEGORY), text: categoryPath[changed] }];
  });
}

const CATEGORY = 'google_product_category';

const idOf = (item: CatalogItem, size: string) =>
  size ? `${item.importKey}-${size}` : item.importKey;
