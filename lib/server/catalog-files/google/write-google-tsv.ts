import 'server-only';
import { writeCsv } from '../csv/write-csv.ts';
import { type CatalogItems, type Survey, surveyItems } from '../survey-items.ts';
import { attributeOf, googleDialect, googleHeaders } from './attributes.ts';
import { type GoogleWriting, writeGoogleLines } from './write-lines.ts';

/**
 * A text feed for Google Merchant Center.
 * @param headers those of the feed that the garments came from; new ones are added to them
 */
export async function* writeGoogleTsv(
  items: CatalogItems,
  { headers: given, ...writing }: GoogleWriting & { headers?: readonly string[] },
): AsyncGenerator<string> {
  const dialect = googleDialect('text', writing.currency);
  const survey = await surveyItems(items);
  const headers: string[] = [];
  const indexOf = new Map<string, number>();
  for (const header of [...(given ?? []), ...neededHeaders(survey), ...survey.headers]) {
    const id = columnId(header);
    if (indexOf.has(id)) continue;
    indexOf.set(id, headers.length);
    headers.push(header);
  }
  yield* writeCsv(
    (async function* () {
      yield headers;
      for await (const item of items()) {
        for (const cells of writeGoogleLines(item, dialect, (name) => name, writing)) {
          const row = headers.map(() => '');
          for (const { header, text } of cells) {
            const index = indexOf.get(columnId(header));
            if (index !== undefined) row[index] = text;
          }
          yield row;
        }
      }
    })(),
    { delimiter: '\t' },
  );
}

function neededHeaders({ fields, ofSizes }: Survey): string[] {
  const needs: Partial<Record<(typeof googleHeaders)[number], boolean>> = {
    id: true,
    title: fields.has('title'),
    description: fields.has('description'),
    link: true,
    image_link: fields.has('pictures'),
    additional_image_link: fields.has('pictures'),
    availability: ofSizes.has('stock'),
    price: fields.has('price') || ofSizes.has('price'),
    google_product_category: fields.has('category'),
    product_type: fields.has('productType'),
    gtin: ofSizes.has('barcode'),
    item_group_id: true,
    color: fields.has('colour'),
    size: fields.has('variants'),
    material: fields.has('material'),
  };
  return googleHeaders.filter((header) => needs[header]);
}

/** A feed in XML has attributes in numbers and paths that a text feed has no columns for. */
const columnId = (header: string) => (/[[/]/.test(header) ? header : attributeOf(header));
