import 'server-only';
import { ownHeaders } from '#lib/domain/catalog/own-columns.ts';
import type { FileFormat } from '#lib/domain/garment-plan.ts';
import { attributeOf, googleDialect } from '#lib/server/catalog-files/google/attributes.ts';
import {
  type ShopifyField,
  shopifyColumnId,
  shopifyFields,
} from '#lib/server/catalog-files/shopify/columns.ts';
import type { RunFormat } from './catalog-files.ts';

/** What an import has to know of each format when it compares a file with the shop. */

const ofShopify = new Set<string>(shopifyFields);
/** Not those that only hint at a kind, or that name a picture or an option. */
const fieldsOfShopify = new Set<string>([
  'title',
  'description',
  'productType',
  'tags',
  'status',
  'published',
  'price',
  'stock',
  'sku',
  'barcode',
  'variantId',
] satisfies ShopifyField[]);
const clothAndColour = /\(product\.metafields\.[\w-]+\.(fabric|material|colou?r|color-pattern)\)$/i;

const shopify: FileFormat = {
  name: 'shopify',
  idOf: shopifyColumnId,
  isUnderstood: (header) =>
    ofShopify.has(shopifyColumnId(header)) || clothAndColour.test(header.trim()),
  isField: (header) => fieldsOfShopify.has(shopifyColumnId(header)),
  countsStock: true,
};

const { fieldOf, isPicture } = googleDialect('text', 'EUR');

const google: FileFormat = {
  name: 'google',
  idOf: attributeOf,
  // The address of the garment and the kind in Google's words are written from what it is.
  isUnderstood: (header) =>
    fieldOf(header) !== undefined ||
    isPicture(header) ||
    ['link', 'google_product_category'].includes(attributeOf(header)),
  // One attribute often stands for several things.
  isField: () => false,
  countsStock: false,
};

const ours = new Set<string>(Object.values(ownHeaders));

export function formatOf({ format, mapping }: RunFormat): FileFormat {
  switch (format) {
    case 'shopify':
      return shopify;
    case 'google_tsv':
    case 'google_xml':
      return google;
    default:
      return {
        name: 'own',
        idOf: (header) => header,
        isUnderstood: (header) => (mapping ? Boolean(mapping[header]) : false) || ours.has(header),
        isField: () => false,
        countsStock: true,
      };
  }
}
