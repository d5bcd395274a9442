import { shopParams } from '#lib/contracts/garment.ts';
import { renderListQuery, startRenderBody } from '#lib/contracts/render.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listRenders } from '#lib/server/use-cases/list-renders.ts';
import { startRender } from '#lib/server/use-cases/start-render.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: renderListQuery,
  handle: ({ actor, params, query }) => listRenders(actor, params.shop, query),
});

export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: startRenderBody,
  rate: { name: 'render-start', points: 20, perSeconds: 600 },
  handle: async ({ actor, params, body }) =>
    json(await startRender(actor, params.shop, body), { status: 201 }),
});
