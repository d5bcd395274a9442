import 'server-only';
import type { SourceColumns } from '#lib/domain/garment-plan.ts';
import {
  type CatalogFormat,
  openCatalogFile,
} from '#lib/server/catalog-files/open-catalog-file.ts';
import { shopifyColumnId, shopifyFields } from '#lib/server/catalog-files/shopify/columns.ts';
import { piecesOf } from '#lib/server/storage/storage.ts';
import { type CatalogFiles, CatalogUnreadable } from './catalog-files.ts';

const ofShopify = new Set<string>(shopifyFields);
const clothAndColour = /\(product\.metafields\.[\w-]+\.(fabric|material|colou?r|color-pattern)\)$/i;

const shopifyColumns: SourceColumns = {
  idOf: shopifyColumnId,
  isUnderstood: (header) =>
    ofShopify.has(shopifyColumnId(header)) || clothAndColour.test(header.trim()),
};

const ownColumns: SourceColumns = { idOf: (header) => header, isUnderstood: () => false };

/** The formats that shops' files come in. */
export const catalogFiles: CatalogFiles = {
  async recognise({ body }, currency) {
    const pieces = piecesOf(body);
    const opened = await openCatalogFile(pieces, { currency });
    await pieces.return(undefined);
    switch (opened.kind) {
      case 'refused':
        return { kind: 'unreadable', sentence: opened.problem.message };
      case 'needs_mapping':
        return {
          kind: 'own',
          format: 'own' satisfies CatalogFormat,
          columns: opened.columns.map(({ header, samples }) => ({ header, values: samples })),
          mapping: {},
        };
      case 'readable':
        return { kind: 'known', format: opened.format };
    }
  },

  checkMapping: () => null,

  columnsOf: (format) => (format === 'shopify' ? shopifyColumns : ownColumns),

  async *read({ body }, { currency }) {
    const pieces = piecesOf(body);
    try {
      const opened = await openCatalogFile(pieces, { currency });
      if (opened.kind === 'refused') throw new CatalogUnreadable(opened.problem.message);
      if (opened.kind === 'readable') yield* opened.entries();
    } finally {
      // The file is closed, also by whoever reads only a part of it.
      await pieces.return(undefined);
    }
  },
};
