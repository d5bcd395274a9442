import 'server-only';
import {
  isWebAddress,
  oneLine,
  readCode,
  readTags,
  writeCode,
  writeTags,
} from '#lib/domain/catalog/cell-values.ts';
import { categoryPath } from '#lib/domain/catalog/taxonomies.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { htmlToText, textToHtml } from '../html-text.ts';
import { readPrice, samePrice, writePrice } from '../prices.ts';
import { readStatus, readStock } from './cells.ts';
import type { ShopifyColumns, ShopifyField } from './columns.ts';
import { mergePictures } from './pictures.ts';
import { inferShopifyCategory } from './read-said.ts';
import { choicesFor, type WrittenSize, writeNames, writeValues } from './write-choices.ts';
import { Said, unlessChanged, WrittenRow } from './write-row.ts';

export const shopifyHandle = (item: CatalogItem): string => item.style || item.importKey;

/**
 * The lines of one product, from the garments that are its colours. A cell that the shop's own file
 * had comes back as it was, unless what it means was changed here.
 */
export function shopifyProductRows(
  garments: readonly [CatalogItem, ...CatalogItem[]],
  columns: ShopifyColumns,
  shopCurrency: string,
): string[][] {
  const [first] = garments;
  const said = new Said(first.source);
  const sizes: WrittenSize[] = garments.flatMap((item) =>
    (item.variants ?? []).map((variant) => ({
      item,
      variant,
      own: new Said({ ...item.source, ...variant.source }),
      ownLine: new Said(variant.source),
    })),
  );
  const { choices, areNew } = choicesFor(sizes, said);

  const rows = sizes.map((size) => {
    const row = new WrittenRow(columns);
    for (const index of columns.ofVariant) row.setAt(index, columnText(size.own, columns, index));
    for (const index of columns.ofGarment) {
      row.setAt(index, columnText(size.ownLine, columns, index));
    }
    writeSize(row, size, columns, shopCurrency);
    writeValues(row, size, choices);
    row.set('variantImage', variantImage(size, garments));
    return row;
  });
  const head = rows[0] ?? new WrittenRow(columns);
  if (rows.length === 0) rows.push(head);
  for (const index of columns.ofGarment) head.setAt(index, columnText(said, columns, index));
  if (areNew) writeNames(head, choices);
  writeSaid(head, first, said, columns);
  if (sizes.length === 0 && first.price) head.set('price', writePrice(first.price, shopCurrency));

  mergePictures(garments.map((item) => item.pictures ?? [])).forEach(({ url, alt }, i) => {
    const row = rows[i] ?? new WrittenRow(columns);
    rows[i] = row;
    row.set('image', url);
    row.set('imagePosition', String(i + 1));
    row.set('imageAlt', alt ?? '');
  });
  for (const row of rows) row.set('handle', shopifyHandle(first));
  return rows.map(({ cells }) => cells);
}

const columnText = (said: Said, columns: ShopifyColumns, index: number) =>
  said.of(columns.ids[index] ?? '') ?? '';

function writeSaid(row: WrittenRow, item: CatalogItem, said: Said, columns: ShopifyColumns): void {
  const { title, description, productType, tags, material, status, category } = item;
  row.set('title', unlessChanged(said.of('title'), title, oneLine, String));
  row.set(
    'description',
    unlessChanged(said.of('description'), description, htmlToText, textToHtml),
  );
  row.set('productType', unlessChanged(said.of('productType'), productType, oneLine, String));
  row.set('tags', unlessChanged(said.of('tags'), tags, readTags, writeTags, isSameList));
  const own = (index: number | undefined, value: string | undefined) => {
    if (index === undefined) return;
    const raw = said.of(columns.ids[index] ?? '');
    row.setAt(index, unlessChanged(raw, value, oneLine, String));
  };
  own(columns.material, material);
  if (!item.style || item.importKey === item.style) own(columns.colour, item.colour);

  const known = (field: ShopifyField) =>
    columns.at.has(field) ? (said.of(field) ?? '') : undefined;
  const isSaid = said.of('status') !== undefined || said.of('published') !== undefined;
  if (status && !(isSaid && readStatus(known('status'), known('published')) === status)) {
    row.set('status', status.toLowerCase());
    row.set('published', status === 'ACTIVE' ? 'TRUE' : 'FALSE');
  }
  const value = category?.value;
  if (value && inferShopifyCategory(item, known).value !== value) {
    row.set('productCategory', categoryPath[value]);
  }
}

const isSameList = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((text, i) => text === b[i]);

function writeSize(
  row: WrittenRow,
  { item, variant, own }: WrittenSize,
  columns: ShopifyColumns,
  shopCurrency: string,
): void {
  const code = (field: 'sku' | 'barcode' | 'variantId', value: string | undefined) =>
    row.set(field, unlessChanged(own.of(field), value, readCode, writeCode));
  code('sku', variant.sku);
  code('barcode', variant.barcode);
  code('variantId', variant.externalId);

  const price = variant.price === undefined ? undefined : (variant.price ?? item.price);
  row.set(
    'price',
    unlessChanged(
      own.of('price'),
      price,
      (text) => readPrice(text, shopCurrency),
      (value) => (value ? writePrice(value, shopCurrency) : ''),
      samePrice(shopCurrency),
    ),
  );

  const isOurs = own.of('option1Value') === undefined;
  if (isOurs) row.set('tracker', 'shopify');
  const tracker = columns.at.has('tracker')
    ? isOurs
      ? 'shopify'
      : (own.of('tracker') ?? '')
    : undefined;
  row.set(
    'stock',
    unlessChanged(own.of('stock'), variant.stock, (text) => readStock(text, tracker), String),
  );
}

/**
 * The picture that a size has as its own: that of its file, as long as the garment still has it. A
 * colour that was made here shows by it which of the product's pictures are its own.
 */
function variantImage({ item, own }: WrittenSize, garments: readonly CatalogItem[]): string {
  const pictures = item.pictures ?? [];
  const known = own.of('variantImage');
  if (known !== undefined) {
    const isThere = !item.pictures || pictures.some(({ url }) => url === known.trim());
    return isThere || !isWebAddress(known) ? known : '';
  }
  if (own.of('option1Value') !== undefined || garments.length === 1) return '';
  const others = garments.filter((one) => one !== item).flatMap((one) => one.pictures ?? []);
  return pictures.find(({ url }) => !others.some((other) => other.url === url))?.url ?? '';
}
