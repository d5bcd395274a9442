import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { GuardedFetch } from '#lib/server/http/guarded-fetch.ts';
import { applyImport as applyStep } from '#lib/server/imports/apply-import.ts';
import type { CatalogFiles } from '#lib/server/imports/catalog-files.ts';
import { fetchPictures } from '#lib/server/imports/fetch-pictures.ts';
import { readImport } from '#lib/server/imports/read-import.ts';
import { undoImport as undoStep } from '#lib/server/imports/undo-import.ts';
import { applyImport } from '#lib/server/use-cases/apply-import.ts';
import { startImport } from '#lib/server/use-cases/start-import.ts';
import { undoImport } from '#lib/server/use-cases/undo-import.ts';

/** Imports whose background work is done by the test itself, step by step. */

export const catalogItem = (change: Partial<CatalogItem> = {}): CatalogItem => ({
  importKey: 'linen-shirt',
  lines: { from: 2, to: 2 },
  title: 'Linen shirt',
  category: { value: 'UPPER_BODY', because: 'title' },
  price: { minor: 7950, currency: null },
  source: {},
  problems: [],
  ...change,
});

export const numbered = (count: number, change: Partial<CatalogItem> = {}): CatalogItem[] =>
  Array.from({ length: count }, (_, index) =>
    catalogItem({
      importKey: `key-${index}`,
      title: `Garment ${index}`,
      lines: { from: index + 2, to: index + 2 },
      ...change,
    }),
  );

/** A format whose files always say this. */
export function filesOf(items: Iterable<CatalogItem>): CatalogFiles {
  return {
    recognise: async () => ({ kind: 'known', format: 'test' }),
    formatOf: () => ({
      name: 'test',
      idOf: (header) => header,
      isUnderstood: () => false,
      isField: () => false,
      countsStock: true,
    }),
    async *read() {
      for (const item of items) yield { kind: 'item', item };
    },
  };
}

export const bodyOf = (text: string) => new Blob([text]).stream();

export async function upload(actor: Actor, shop: string): Promise<string> {
  const { id } = await startImport(actor, shop, {
    name: 'catalog.csv',
    body: bodyOf('one line'),
    size: null,
  });
  return id;
}

const alone = { isOver: () => false, handOver: async () => {} };

export const readAll = (id: string, items: Iterable<CatalogItem>) =>
  readImport(id, { files: filesOf(items), ...alone });

export async function preview(actor: Actor, shop: string, items: CatalogItem[]): Promise<string> {
  const id = await upload(actor, shop);
  await readAll(id, items);
  return id;
}

export const applyAll = (id: string) => applyStep(id, { ...alone, fetchPictures: async () => {} });

export async function applied(actor: Actor, shop: string, items: CatalogItem[]): Promise<string> {
  const id = await preview(actor, shop, items);
  await applyImport(actor, shop, id);
  await applyAll(id);
  return id;
}

export const undoAll = (id: string) => undoStep(id, alone);

export async function undone(actor: Actor, shop: string, id: string): Promise<void> {
  await undoImport(actor, shop, id);
  await undoAll(id);
}

export const fetchAll = (id: string, fetchPicture: GuardedFetch) =>
  fetchPictures(id, { ...alone, fetchPicture, stopped: new AbortController().signal });
