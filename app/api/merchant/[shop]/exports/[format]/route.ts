import { exportParams, exportQuery } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { exportCatalog } from '#lib/server/use-cases/export-catalog.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: exportParams,
  query: exportQuery,
  rate: { name: 'export', points: 30, perSeconds: 600 },
  handle: async ({ actor, params, query }) => {
    const { name, contentType, body } = await exportCatalog(
      actor,
      params.shop,
      params.format,
      query,
    );
    return new Response(body, {
      headers: {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});
