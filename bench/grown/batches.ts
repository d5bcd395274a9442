import { parseFigures } from '#lib/domain/figures-query.ts';
import { wholeTable } from '#lib/domain/garment-table.ts';
import { applyAll, numbered, preview } from '#lib/server/testing/imports.ts';
import { applyImport } from '#lib/server/use-cases/apply-import.ts';
import { exportFigures } from '#lib/server/use-cases/export-figures.ts';
import { planRender } from '#lib/server/use-cases/plan-render.ts';
import type { Ground } from './ground.ts';
import { exportOf, newGarments, newShop, type PageOf } from './pages-of.ts';

/** Work over so many garments of a shop that has no others. */
export const importantBatches = ({ owner }: Ground): Record<string, PageOf> => ({
  'previewing an import': async (items) => {
    const { slug } = await newShop(owner);
    return () => preview(owner, slug, numbered(items));
  },
  'applying an import': async (items) => {
    const { slug } = await newShop(owner);
    const id = await preview(owner, slug, numbered(items));
    await applyImport(owner, slug, id);
    return () => applyAll(id);
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
