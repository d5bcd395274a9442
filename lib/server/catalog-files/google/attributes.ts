import 'server-only';
import { isWebAddress } from '#lib/domain/catalog/cell-values.ts';
import { decimalText } from '#lib/domain/money.ts';
import { quoted } from '../problems.ts';
import {
  codeCodec,
  descriptionCodec,
  lineCodec,
  priceCodec,
  sizeCodec,
  stockCodec,
} from '../size-table/codecs.ts';
import type { Cell, Codec, Dialect, Field, Picture, ReadPictures } from '../size-table/line.ts';

/**
 * The attributes of Google Merchant Center's feeds. In text files they are columns ("image link" or
 * "image_link"), in XML elements ("g:image_link"); one that comes again has a number here
 * ("g:additional_image_link[2]"), and one inside another a path ("g:shipping/g:price").
 * Source: https://support.google.com/merchants/answer/7052112
 */
export const attributeOf = (header: string): string =>
  header
    .replace(/\[\d+\]$/, '')
    .replace(/^g:/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

const fields: Record<string, Field> = {
  item_group_id: 'style',
  title: 'title',
  description: 'description',
  color: 'colour',
  colour: 'colour',
  material: 'material',
  product_type: 'productType',
  id: 'externalId',
  size: 'size',
  gtin: 'barcode',
  price: 'price',
  availability: 'stock',
};

/** An id and a title, and some of what only feeds call so. */
export function looksLikeGoogle(headers: readonly string[]): boolean {
  const known = new Set(headers.map(attributeOf));
  const telling = [
    'image_link',
    'item_group_id',
    'availability',
    'google_product_category',
    'gtin',
  ];
  const found = telling.filter((attribute) => known.has(attribute));
  return known.has('id') && known.has('title') && found.length >= 2;
}

/** The usual columns, in Google's order. */
export const googleHeaders = [
  'id',
  'title',
  'description',
  'link',
  'image_link',
  'additional_image_link',
  'availability',
  'price',
  'google_product_category',
  'product_type',
  'brand',
  'gtin',
  'mpn',
  'condition',
  'item_group_id',
  'color',
  'size',
  'material',
] as const;

const onlyOfSize = new Set(['link', 'mobile_link', 'mpn', 'sale_price', 'shipping_weight']);

/** A feed says whether there is some, not how many. */
const availabilityCodec: Codec<number> = {
  read: (text) => {
    const count = stockCodec.read(text);
    if (count !== undefined) return count;
    const word = attributeOf(text);
    if (/^(in_?stock|limited(_availability)?|available_for_order)$/.test(word)) return 1;
    return /^(out_?of_?stock|sold_?out|preorder|pre_order|backorder|discontinued)$/.test(word)
      ? 0
      : undefined;
  },
  write: (stock) => (stock > 0 ? 'in_stock' : 'out_of_stock'),
  isSame: (a, b) => a > 0 === b > 0,
  advice: (text) =>
    `${quoted(text)} is no availability; it was left out. Write in_stock or out_of_stock.`,
};

export function googleDialect(form: 'text' | 'xml', shopCurrency: string): Dialect {
  const named = (attribute: string) => (form === 'xml' ? `g:${attribute}` : attribute);
  const headers: Partial<Record<Field, string>> = {};
  for (const [attribute, field] of Object.entries(fields)) headers[field] ??= named(attribute);
  return {
    hasSizesInTitles: true,
    ofGarment: {
      style: { read: (text) => text.trim(), write: String },
      title: lineCodec,
      description: descriptionCodec,
      colour: lineCodec,
      material: lineCodec,
      productType: lineCodec,
    },
    ofSize: {
      size: sizeCodec(''),
      externalId: { read: (text) => text.trim(), write: String },
      barcode: codeCodec,
      price: priceCodec(shopCurrency, ({ minor, currency }) => {
        const stated = currency ?? shopCurrency;
        return `${decimalText({ minor, currency: stated })} ${stated}`;
      }),
      stock: availabilityCodec,
    },
    headers,
    fieldOf: (header) => (isFirst(header) ? fields[attributeOf(header)] : undefined),
    isOnlyOfSize: (header) => onlyOfSize.has(attributeOf(header)),
    isPicture: (header) => /^(additional_)?image_link$/.test(attributeOf(header)),
    isSameHeader: (a, b) => attributeOf(a) === attributeOf(b),
    readPictures: readPictureLinks,
    writePictures: ([first, ...others]: readonly Picture[]) => {
      if (!first) return [];
      const more =
        form === 'text'
          ? [{ header: named(ADDITIONAL), text: others.map(({ url }) => url).join(',') }]
          : others.map(({ url }, i) => ({ header: numbered(named(ADDITIONAL), i), text: url }));
      return [{ header: named('image_link'), text: first.url }, ...(others.length > 0 ? more : [])];
    },
  };
}

const ADDITIONAL = 'additional_image_link';

export const numbered = (header: string, index: number): string =>
  index === 0 ? header : `${header}[${index + 1}]`;

const numberOf = (header: string) => Number(/\[(\d+)\]$/.exec(header)?.[1] ?? 1);
const isFirst = (header: string) => !header.endsWith(']');

/** An address may have commas itself; another one begins with its scheme. */
function readPictureLinks(cells: readonly Cell[]): ReadPictures {
  const main = cells.filter(({ header }) => attributeOf(header) === 'image_link');
  const more = cells
    .filter(({ header }) => attributeOf(header) === ADDITIONAL)
    .toSorted((a, b) => numberOf(a.header) - numberOf(b.header));
  const texts = [...main, ...more].flatMap(({ header, text }) =>
    text
      .split(/[\s,]+(?=https?:\/\/)/)
      .map((url) => ({ header, text: url.trim().replace(/,$/, '') })),
  );
  const said = texts.filter(({ text }) => text !== '');
  const urls = said.filter(({ text }) => isWebAddress(text)).map(({ text }) => text);
  return {
    found: [...new Set(urls)].map((url) => ({ url })),
    odd: said.filter(({ text }) => !isWebAddress(text)),
  };
}
