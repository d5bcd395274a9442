import 'server-only';
import { openCatalogFile } from '#lib/server/catalog-files/open-catalog-file.ts';
import { piecesOf } from '#lib/server/storage/storage.ts';
import { type CatalogFiles, CatalogUnreadable } from './catalog-files.ts';
import { formatOf } from './file-formats.ts';

/** The formats that shops' files come in. */
export const catalogFiles: CatalogFiles = {
  formatOf,

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
          format: 'own',
          columns: opened.columns.map(({ header, samples }) => ({ header, values: samples })),
          mapping: Object.fromEntries(opened.columns.map(({ header, field }) => [header, field])),
        };
      case 'readable':
        return { kind: 'known', format: opened.format };
    }
  },

  async *read({ body }, { currency, mapping }) {
    const pieces = piecesOf(body);
    try {
      const opened = await openCatalogFile(pieces, { currency, ...(mapping ? { mapping } : {}) });
      if (opened.kind === 'refused') throw new CatalogUnreadable(opened.problem.message);
      if (opened.kind === 'readable') yield* opened.entries();
    } finally {
      // The file is closed, also by whoever reads only a part of it.
      await pieces.return(undefined);
    }
  },
};
