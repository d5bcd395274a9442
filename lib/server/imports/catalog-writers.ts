import 'server-only';
import { ownHeaders } from '#lib/domain/catalog/own-columns.ts';
import type { WritingRules } from '#lib/domain/catalog-garment.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import { writeGoogleTsv } from '#lib/server/catalog-files/google/write-google-tsv.ts';
import { writeGoogleXml } from '#lib/server/catalog-files/google/write-google-xml.ts';
import type { CatalogFormat } from '#lib/server/catalog-files/opened-file.ts';
import { writeOwnCsv } from '#lib/server/catalog-files/own/write-own-csv.ts';
import { writeShopifyCsv } from '#lib/server/catalog-files/shopify/write-shopify-csv.ts';
import type { CatalogItems } from '#lib/server/catalog-files/survey-items.ts';

export interface CatalogWriter {
  rules: WritingRules;
  extension: string;
  contentType: string;
  write(items: CatalogItems, shop: WritingShop): AsyncIterable<string>;
}

interface WritingShop {
  name: string;
  /** ISO 4217. */
  currency: string;
  /** Where a garment is shown. */
  linkOf: (item: CatalogItem) => string;
}

/** By these our own tables are known again. */
const KEY_COLUMNS = [ownHeaders.key, ownHeaders.title];

const writers: Record<CatalogFormat, CatalogWriter> = {
  shopify: {
    rules: { name: 'shopify', tellsStyles: false },
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    write: (items, { currency }) => writeShopifyCsv(items, { currency }),
  },
  google_tsv: {
    rules: { name: 'google', tellsStyles: false },
    extension: 'tsv',
    contentType: 'text/tab-separated-values; charset=utf-8',
    write: (items, { currency, linkOf }) => writeGoogleTsv(grouped(items), { currency, linkOf }),
  },
  google_xml: {
    rules: { name: 'google', tellsStyles: false },
    extension: 'xml',
    contentType: 'application/xml; charset=utf-8',
    write: (items, { name, currency, linkOf }) =>
      writeGoogleXml(grouped(items), { title: name, currency, linkOf }),
  },
  own: {
    rules: { name: 'own', tellsStyles: true },
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    write: (items, { currency }) => writeOwnCsv(items, { currency, headers: KEY_COLUMNS }),
  },
};

export function catalogWriter(format: string): CatalogWriter | null {
  return isFormat(format) ? writers[format] : null;
}

const isFormat = (format: string): format is CatalogFormat => Object.hasOwn(writers, format);

/**
 * A feed tells lines apart by ids of their own, and what belongs together by a group: without one
 * nothing in it would lead back to the garment. One that the feed itself calls so needs none.
 */
function grouped(items: CatalogItems): CatalogItems {
  return async function* () {
    for await (const item of items()) {
      const isAlone =
        item.variants?.length === 1 && item.variants[0]?.externalId === item.importKey;
      yield item.style || isAlone ? item : { ...item, style: item.importKey };
    }
  };
}
