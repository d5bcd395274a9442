import { garmentDraftBody, shopGarmentsQuery, shopParams } from '#lib/contracts/garment.ts';
import { defineRoute, json } from '#lib/server/http/define-route.ts';
import { createGarment } from '#lib/server/use-cases/create-garment.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: shopGarmentsQuery,
  handle: async ({ actor, params, query }) => ({
    items: await listShopGarments(actor, params.shop, query),
  }),
});

export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: garmentDraftBody,
  handle: async ({ actor, params, body }) =>
    json(await createGarment(actor, params.shop, body), { status: 201 }),
});
