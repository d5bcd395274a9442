import 'server-only';
import { writeCsv } from '../csv/write-csv.ts';
import { type CatalogItems, consecutive, type Survey, surveyItems } from '../survey-items.ts';
import {
  COLOUR_HEADER,
  MATERIAL_HEADER,
  readShopifyColumns,
  type ShopifyField,
  shopifyColumnId,
  shopifyHeader,
} from './columns.ts';
import { shopifyHandle, shopifyProductRows } from './write-product.ts';

/**
 * A product file for Shopify.
 * @param headers those of the file that the garments came from; new ones are added to them. Without
 * them the file has the columns that Shopify has since 2025.
 */
export async function* writeShopifyCsv(
  items: CatalogItems,
  { headers, currency }: { headers?: readonly string[]; currency: string },
): AsyncGenerator<string> {
  const columns = readShopifyColumns(writtenHeaders(headers, await surveyItems(items)));
  yield* writeCsv(
    (async function* () {
      yield columns.headers;
      for await (const garments of consecutive(items(), shopifyHandle)) {
        yield* shopifyProductRows(garments, columns, currency);
      }
    })(),
  );
}

/** In Shopify's own order. */
const usual: ShopifyField[] = [
  'title',
  'handle',
  'description',
  'productCategory',
  'productType',
  'tags',
  'published',
  'status',
  'sku',
  'barcode',
  'option1Name',
  'option1Value',
  'option2Name',
  'option2Value',
  'option3Name',
  'option3Value',
  'price',
  'tracker',
  'stock',
  'image',
  'imagePosition',
  'imageAlt',
  'variantImage',
  'variantId',
];

function writtenHeaders(given: readonly string[] | undefined, survey: Survey): string[] {
  const kept = survey.headers;
  const keptIds = new Set(kept.map(shopifyColumnId));
  const needed = neededFields(survey, keptIds);
  const as = given && !given.some((header) => /^url handle$/i.test(header)) ? 'old' : 'new';
  const base =
    given ??
    usual
      .filter((field) => needed.has(field) || keptIds.has(field))
      .map((field) => shopifyHeader(field, as));
  const more = usual.filter((field) => needed.has(field)).map((field) => shopifyHeader(field, as));
  const own: string[] = [];
  const all = [...base, ...more, ...kept];
  const columns = readShopifyColumns(all);
  if (survey.fields.has('material') && columns.material === undefined) own.push(MATERIAL_HEADER);
  if (survey.hasColourApart && columns.colour === undefined) own.push(COLOUR_HEADER);
  const seen = new Set<string>();
  return [...all, ...own].filter((header) => {
    const id = shopifyColumnId(header);
    return header === '' || (!seen.has(id) && seen.add(id));
  });
}

function neededFields(
  { fields, ofSizes, hasColours, hasSizes }: Survey,
  kept: ReadonlySet<string>,
): Set<ShopifyField> {
  const isShopifys = kept.has('option1Value') || kept.has('option1Name');
  const needed = new Set<ShopifyField>(['handle']);
  const add = (isNeeded: boolean, ...more: ShopifyField[]) => {
    if (isNeeded) for (const field of more) needed.add(field);
  };
  add(fields.has('title'), 'title');
  add(fields.has('description'), 'description');
  add(fields.has('category'), 'productCategory');
  add(fields.has('productType'), 'productType');
  add(fields.has('tags'), 'tags');
  add(fields.has('status'), 'status');
  add(fields.has('price'), 'price');
  add(fields.has('pictures'), 'image', 'imagePosition', 'imageAlt');
  add(fields.has('variants'), 'option1Name', 'option1Value');
  add(hasColours && hasSizes, 'option2Name', 'option2Value');
  add(ofSizes.has('sku'), 'sku');
  add(ofSizes.has('barcode'), 'barcode');
  add(ofSizes.has('price'), 'price');
  add(ofSizes.has('stock'), 'stock');
  add(ofSizes.has('externalId'), 'variantId');
  if (!isShopifys) {
    add(fields.has('status'), 'published');
    add(ofSizes.has('stock'), 'tracker');
    add(hasColours && fields.has('pictures'), 'variantImage');
  }
  return needed;
}
