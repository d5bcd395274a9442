import 'server-only';
import type { CatalogFiles } from './catalog-files.ts';

export const catalogFiles: CatalogFiles = {
  recognise: async () => ({ kind: 'unreadable', sentence: 'No format is known yet.' }),
  checkMapping: () => null,
  async *read() {},
};
