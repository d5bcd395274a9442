import { parseFigures } from '#lib/domain/figures-query.ts';
import { wholeTable } from '#lib/domain/garment-table.ts';
import { applyImport as applySteps } from '#lib/server/imports/apply-import.ts';
import { catalogFiles } from '#lib/server/imports/current-catalog-files.ts';
import { readImport } from '#lib/server/imports/read-import.ts';
import { applyImport } from '#lib/server/use-cases/apply-import.ts';
import { exportFigures } from '#lib/server/use-cases/export-figures.ts';
import { planRender } from '#lib/server/use-cases/plan-render.ts';
import { startImport } from '#lib/server/use-cases/start-import.ts';
import type { Ground } from './ground.ts';
import { exportOf, newGarments, newShop, type PageOf } from './pages-of.ts';

const steps = { isOver: () => false, handOver: async () => {} };

/** Work over so many garments of a shop that has no others. */
export const importantBatches = ({ owner }: Ground): Record<string, PageOf> => ({
  'reading an import': async (items) => {
    const { slug } = await newShop(owner);
    const { id } = await startImport(owner, slug, fileOf(items));
    return () => readImport(id, { files: catalogFiles, ...steps });
  },
  'applying an import': async (items) => {
    const { slug } = await newShop(owner);
    const { id } = await startImport(owner, slug, fileOf(items));
    await readImport(id, { files: catalogFiles, ...steps });
    await applyImport(owner, slug, id);
    return () => applySteps(id, { ...steps, fetchPictures: async () => {} });
  },
  'exporting a catalog': exportOf(owner),
  'exporting the figures': async (items) => {
    const { id, slug } = await newShop(owner);
    await newGarments(id, items);
    return async () => {
      const { body } = await exportFigures(owner, slug, parseFigures({ days: '28' }));
      await new Response(body).text();
    };
  },
  'planning pictures on models': async (items) => {
    const { id, slug } = await newShop(owner);
    await newGarments(id, items);
    const models = ['model-1', 'model-2'];
    return () => planRender(owner, slug, { garments: { all: { ...wholeTable } }, models });
  },
});

/** As Shopify writes them: a garment in two sizes on two lines. */
function fileOf(items: number) {
  const lines = Array.from({ length: items }, (_, n) =>
    ['S', 'M'].map((size) => `dress-${n},Dress ${n},Dresses,Size,${size},SKU-${n}-${size},49.00`),
  );
  const head = 'Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price';
  const body = new Blob([[head, ...lines.flat()].join('\n')]).stream();
  return { name: 'catalog.csv', body, size: null };
}
