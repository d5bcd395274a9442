import { figuresExportQuery, shopParams } from '#lib/contracts/figures.ts';
import { parseFigures } from '#lib/domain/figures-query.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { exportFigures } from '#lib/server/use-cases/export-figures.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: figuresExportQuery,
  rate: { name: 'export', points: 30, perSeconds: 600 },
  handle: async ({ actor, params, query }) => {
    const { name, body } = await exportFigures(actor, params.shop, parseFigures(query));
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});
