import 'server-only';
import {
  type CatalogFormat,
  openCatalogFile,
} from '#lib/server/catalog-files/open-catalog-file.ts';
import { piecesOf } from '#lib/server/storage/storage.ts';
import { type CatalogFiles, CatalogUnreadable } from './catalog-files.ts';

/** The formats that shops' files come in. */
export const catalogFiles: CatalogFiles = {
  async recognise({ body }, currency) {
    const opened = await openCatalogFile(piecesOf(body), { currency });
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

  async *read({ body }, { currency }) {
    const opened = await openCatalogFile(piecesOf(body), { currency });
    if (opened.kind === 'refused') throw new CatalogUnreadable(opened.problem.message);
    if (opened.kind === 'readable') yield* opened.entries();
  },
};
