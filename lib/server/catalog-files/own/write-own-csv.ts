import 'server-only';
import { inferCategory } from '#lib/domain/catalog/infer-category.ts';
import { colourKey } from '#lib/domain/catalog/option-words.ts';
import { type ColumnMapping, type OwnField, ownHeaders } from '#lib/domain/catalog/own-columns.ts';
import type { CatalogItem, CatalogPrice } from '#lib/domain/catalog-item.ts';
import { writeCsv } from '../csv/write-csv.ts';
import type { Cell } from '../size-table/line.ts';
import { writeGarment } from '../size-table/write-garment.ts';
import { type CatalogItems, type Survey, surveyItems } from '../survey-items.ts';
import { ownDialect } from './dialect.ts';
import { completeMapping } from './mapping.ts';
import { hasField, keyOfColour, type OwnTable } from './read-group.ts';

interface OwnWriting {
  currency: string;
  /** Those of the shop's own table, with what they are about; without them the table is ours. */
  headers?: readonly string[];
  mapping?: ColumnMapping;
  /** Excel expects a semicolon where numbers have a decimal comma. */
  delimiter?: ',' | ';';
}

/** A table with one line a size. */
export async function* writeOwnCsv(
  items: CatalogItems,
  { currency, headers: given = [], mapping = {}, delimiter = ',' }: OwnWriting,
): AsyncGenerator<string> {
  const known = completeMapping(given, mapping);
  const isOurs = Object.keys(mapping).length === 0;
  const tellsKeys = isOurs || hasField(known, 'key') || !(await everyItem(items, isNamedByTitle));
  const written = isOurs ? items : () => withoutImplied(items(), known, tellsKeys);
  const survey = await surveyItems(written);
  const needed = neededFields(survey, tellsKeys).filter((field) => !hasField(known, field));
  const headers = [
    ...new Set([...given, ...needed.map((field) => ownHeaders[field]), ...survey.headers]),
  ];
  const about = completeMapping(headers, mapping);
  const indexOf = new Map(headers.map((header, i) => [header, i]));
  yield* writeCsv(
    (async function* () {
      yield headers;
      for await (const item of written()) {
        for (const cells of ownLines(item, { mapping: about, isOurs, currency })) {
          const row = headers.map(() => '');
          for (const { header, text } of cells) {
            const index = indexOf.get(header);
            if (index !== undefined) row[index] = text;
          }
          yield row;
        }
      }
    })(),
    { delimiter },
  );
}

/** Whether a garment is known by its title and colour, and needs no column for its key. */
const isNamedByTitle = ({ importKey, title = '', colour = '' }: CatalogItem) =>
  importKey === keyOfColour(colourKey(title), colour);

async function everyItem(
  items: CatalogItems,
  fits: (item: CatalogItem) => boolean,
): Promise<boolean> {
  for await (const item of items()) if (!fits(item)) return false;
  return true;
}

/** A style that is what the lines of a shop's own table have in common needs no column. */
async function* withoutImplied(
  items: ReturnType<CatalogItems>,
  mapping: ColumnMapping,
  tellsKeys: boolean,
): AsyncGenerator<CatalogItem> {
  const keyHeader = Object.keys(mapping).find((header) => mapping[header] === 'key');
  for await (const item of items) {
    const stated = (keyHeader && item.source[keyHeader]) ?? item.importKey;
    const common = tellsKeys ? stated.trim() : colourKey(item.title ?? '');
    const isImplied = (keyHeader !== undefined || !tellsKeys) && item.style === common;
    yield isImplied && !hasField(mapping, 'style') ? { ...item, style: undefined } : item;
  }
}

function ownLines(
  item: CatalogItem,
  { mapping, isOurs, currency: shopCurrency }: OwnTable,
): Cell[][] {
  const headerOf = (field: OwnField) =>
    Object.keys(mapping).find((header) => mapping[header] === field) ?? ownHeaders[field];
  const sources = [item.source, ...(item.variants ?? []).map(({ source }) => source)];
  const stated = sources
    .map((source) => source[headerOf('currency')]?.trim().toUpperCase())
    .find((text) => text);
  const own = stated && /^[A-Z]{3}$/.test(stated) ? stated : shopCurrency;
  const silent = (price: CatalogPrice | null | undefined) => {
    const stated = price?.currency ?? shopCurrency;
    return price && { ...price, currency: stated === own ? null : stated };
  };
  const { category: inferred, ...garment } = item;
  const isGuessed = inferred && inferred.because !== 'own_column';
  const again = inferCategory(item);
  const category =
    isGuessed && again.value === inferred.value && again.because === inferred.because
      ? undefined
      : inferred?.value;
  const lines = writeGarment(
    {
      ...garment,
      category,
      price: silent(item.price),
      variants: item.variants?.map((variant) => ({ ...variant, price: silent(variant.price) })),
    },
    ownDialect(mapping, isOurs, own),
  );
  const header = headerOf('key');
  const raw = item.source[header];
  const isSame = raw !== undefined && keyOfColour(raw.trim(), item.colour ?? '') === item.importKey;
  return lines.map((cells) => [
    ...cells.filter((cell) => cell.header !== header),
    { header, text: isSame ? raw : item.importKey },
  ]);
}

function neededFields({ fields, ofSizes }: Survey, tellsKeys: boolean): OwnField[] {
  const needs: Partial<Record<OwnField, boolean>> = {
    key: tellsKeys,
    style: fields.has('style'),
    title: fields.has('title'),
    description: fields.has('description'),
    category: fields.has('category'),
    status: fields.has('status'),
    colour: fields.has('colour'),
    material: fields.has('material'),
    productType: fields.has('productType'),
    tags: fields.has('tags'),
    price: fields.has('price') || ofSizes.has('price'),
    pictures: fields.has('pictures'),
    pictureTexts: fields.has('pictures'),
    sizeChart: fields.has('sizeChart'),
    size: fields.has('variants'),
    stock: ofSizes.has('stock'),
    sku: ofSizes.has('sku'),
    barcode: ofSizes.has('barcode'),
    externalId: ofSizes.has('externalId'),
  };
  return (Object.keys(ownHeaders) as OwnField[]).filter((field) => needs[field]);
}
