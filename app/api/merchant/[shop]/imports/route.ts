import { shopParams } from '#lib/contracts/garment.ts';
import { importListQuery, uploadQuery } from '#lib/contracts/import.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listImports } from '#lib/server/use-cases/list-imports.ts';
import { startImport } from '#lib/server/use-cases/start-import.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: importListQuery,
  handle: ({ actor, params, query }) => listImports(actor, params.shop, query),
});

/** The body is the file itself, so that it can be stored as it comes in. */
export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: uploadQuery,
  rate: { name: 'import', points: 20, perSeconds: 600 },
  handle: async ({ actor, params, query, request }) => {
    const length = request.headers.get('content-length');
    const size = length === null ? null : Number(length);
    const file = { name: query.name, body: request.body, size };
    return json(await startImport(actor, params.shop, file), { status: 201 });
  },
});
