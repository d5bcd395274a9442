import 'server-only';

/**
 * The columns of Shopify's product CSV: as they were called until 2025, as they are called since, and
 * what else was seen for them.
 * Source: https://help.shopify.com/en/manual/products/import-export/using-csv
 */
const columns = {
  handle: ['Handle', 'URL handle'],
  title: ['Title', 'Title'],
  description: ['Body (HTML)', 'Description', 'Body HTML'],
  productCategory: [
    'Product Category',
    'Product category',
    'Standardized Product Type',
    'Standard Product Type',
  ],
  productType: ['Type', 'Type', 'Custom Product Type'],
  tags: ['Tags', 'Tags'],
  published: ['Published', 'Published on online store'],
  status: ['Status', 'Status'],
  giftCard: ['Gift Card', 'Gift card'],
  googleCategory: [
    'Google Shopping / Google Product Category',
    'Google Shopping / Google product category',
  ],
  option1Name: ['Option1 Name', 'Option1 name'],
  option1Value: ['Option1 Value', 'Option1 value'],
  option1Link: ['Option1 Linked To', 'Option1 Linked To'],
  option2Name: ['Option2 Name', 'Option2 name'],
  option2Value: ['Option2 Value', 'Option2 value'],
  option2Link: ['Option2 Linked To', 'Option2 Linked To'],
  option3Name: ['Option3 Name', 'Option3 name'],
  option3Value: ['Option3 Value', 'Option3 value'],
  option3Link: ['Option3 Linked To', 'Option3 Linked To'],
  sku: ['Variant SKU', 'SKU'],
  barcode: ['Variant Barcode', 'Barcode', 'Barcodes'],
  variantId: ['Variant ID', 'Variant ID'],
  price: ['Variant Price', 'Price'],
  stock: ['Variant Inventory Qty', 'Inventory quantity'],
  tracker: ['Variant Inventory Tracker', 'Inventory tracker'],
  image: ['Image Src', 'Product image URL'],
  imagePosition: ['Image Position', 'Image position'],
  imageAlt: ['Image Alt Text', 'Image alt text'],
  variantImage: ['Variant Image', 'Variant image URL'],
} as const satisfies Record<string, readonly string[]>;

export type ShopifyField = keyof typeof columns;

export const shopifyFields = Object.keys(columns) as ShopifyField[];

export const shopifyHeader = (field: ShopifyField, as: 'old' | 'new'): string =>
  columns[field][as === 'old' ? 0 : 1];

export const MATERIAL_HEADER = 'Fabric (product.metafields.shopify.fabric)';
export const COLOUR_HEADER = 'Color (product.metafields.shopify.color-pattern)';

/** Of the garment, and not of one of its sizes: said once, in its first line. */
const saidOnce = new Set<ShopifyField>([
  'productCategory',
  'published',
  'status',
  'giftCard',
  'googleCategory',
  'option1Name',
  'option2Name',
  'option3Name',
  'option1Link',
  'option2Link',
  'option3Link',
]);
const otherSaidOnce =
  /^(vendor|seo title|seo description|collection|included \/ .*|google shopping \/ (gender|age group|adwords .*|ads labels|ad group name|custom product|custom label \d)|.*\(product\.metafields\..*\))$/;

/** Where the fields stand in a file, and what becomes of the other columns. */
export interface ShopifyColumns {
  headers: readonly string[];
  /** Of each header, the same for its old and its new name. */
  ids: readonly string[];
  at: ReadonlyMap<ShopifyField, number>;
  /** Columns that go into a garment's `source`, and those that go into a variant's. */
  ofGarment: number[];
  ofVariant: number[];
  /** What it is made of, and its colour where that is no option: columns that shops add themselves. */
  material: number | undefined;
  colour: number | undefined;
}

const plain = (header: string) => header.replace(/\s+/g, ' ').trim().toLowerCase();

const fieldOf = new Map(
  shopifyFields.toReversed().flatMap((field) => columns[field].map((name) => [plain(name), field])),
);

/** The same for the old and the new name of a column. */
export const shopifyColumnId = (header: string): ShopifyField | (string & {}) =>
  fieldOf.get(plain(header)) ?? plain(header);

/** What is understood and need not be kept beside its meaning, unless its text says more. */
const understood = new Set<ShopifyField>([
  'handle',
  'title',
  'description',
  'productType',
  'tags',
  'sku',
  'barcode',
  'variantId',
  'price',
  'stock',
  'image',
  'imagePosition',
  'imageAlt',
]);

export function readShopifyColumns(headers: readonly string[]): ShopifyColumns {
  const known = headers.map(plain);
  const at = new Map<ShopifyField, number>();
  for (const field of shopifyFields) {
    const names = columns[field].map(plain);
    const index = known.findIndex((header) => names.includes(header));
    if (index >= 0) at.set(field, index);
  }
  const fieldAt = new Map([...at].map(([field, index]) => [index, field]));
  const ofGarment: number[] = [];
  const ofVariant: number[] = [];
  known.forEach((header, index) => {
    const field = fieldAt.get(index);
    if (header === '' || known.indexOf(header) < index || (field && understood.has(field))) return;
    const once = field ? saidOnce.has(field) : otherSaidOnce.test(header);
    (once ? ofGarment : ofVariant).push(index);
  });
  const find = (pattern: RegExp) => {
    const index = known.findIndex((header) => pattern.test(header));
    return index < 0 ? undefined : index;
  };
  return {
    headers,
    ids: headers.map(shopifyColumnId),
    at,
    ofGarment,
    ofVariant,
    material: find(/\(product\.metafields\.[\w-]+\.(fabric|material)\)$/),
    colour: find(/\(product\.metafields\.[\w-]+\.(colou?r|color-pattern)\)$/),
  };
}

/** A handle and something that only Shopify calls so. */
export function looksLikeShopify(headers: readonly string[]): boolean {
  const known = new Set(headers.map(plain));
  if (known.has('url handle')) return true;
  const telling = ['body (html)', 'option1 name', 'option1 value', 'variant sku', 'variant price'];
  const hasMetafield = [...known].some((header) => header.includes('(product.metafields.'));
  return known.has('handle') && (hasMetafield || telling.some((header) => known.has(header)));
}
