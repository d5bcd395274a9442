import type { ImportDetail } from '#lib/contracts/import.ts';
import { answer, type Person } from '../people.ts';

/** The headers of a product file of Shopify's, as far as these tests need them. */
const HEADERS =
  'Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Status';

interface CatalogOptions {
  /** Of the trousers, which somebody has to put right. */
  price?: string;
  /** Where a picture of a garment can be fetched. */
  picture?: string;
}

/**
 * A shirt, trousers whose price is none, a bag that nobody can try on, and something that only the
 * shop itself knows what it is.
 */
export function shopifyCatalog(
  id: string,
  { price = 'on request', picture = '' }: CatalogOptions = {},
): string {
  const shirt = `shirt-${id}`;
  return `${[
    HEADERS,
    `${shirt},Imported shirt ${id},Shirts,Size,S,S-${id},shopify,3,79.50,${picture},active`,
    `${shirt},,,,M,M-${id},shopify,2,79.50,,`,
    `trousers-${id},Imported trousers ${id},Trousers,Size,38,T-${id},shopify,1,${price},,draft`,
    `tote-${id},Imported tote ${id},Bags,Title,Default Title,B-${id},shopify,9,39.00,,draft`,
    `zibeline-${id},Imported zibeline ${id},Zibelines,Size,M,Z-${id},shopify,1,99.00,,draft`,
  ].join('\n')}\n`;
}

/** @returns the address of the import. */
export async function uploadCatalog(person: Person, text: string): Promise<string> {
  const run = await answer<ImportDetail>(
    await person.request.post('/api/merchant/halden/imports?name=catalog.csv', {
      headers: { 'content-type': 'text/csv' },
      data: Buffer.from(text),
    }),
  );
  return `/merchant/halden/import/${run.id}`;
}
