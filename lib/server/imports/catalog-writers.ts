import 'server-only';
import type { CatalogFormat } from '#lib/server/catalog-files/open-catalog-file.ts';
import { writeShopifyCsv } from '#lib/server/catalog-files/shopify/write-shopify-csv.ts';
import type { CatalogItems } from '#lib/server/catalog-files/survey-items.ts';

export interface CatalogWriter {
  extension: string;
  contentType: string;
  write(
    items: CatalogItems,
    shop: { slug: string; name: string; currency: string },
  ): AsyncIterable<string>;
}

const writers: Partial<Record<CatalogFormat, CatalogWriter>> = {
  shopify: {
    extension: 'csv',
    contentType: 'text/csv; charset=utf-8',
    write: (items, { currency }) => writeShopifyCsv(items, { currency }),
  },
};

export const catalogWriter = (format: string): CatalogWriter | undefined =>
  writers[format as CatalogFormat];
