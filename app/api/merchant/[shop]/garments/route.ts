import { shopParams } from '#lib/contracts/garment.ts';
import { newGarmentBody } from '#lib/contracts/garment-edit.ts';
import { garmentTableQuery } from '#lib/contracts/garment-table.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { createGarment } from '#lib/server/use-cases/create-garment.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: garmentTableQuery,
  handle: ({ actor, params, query }) => listShopGarments(actor, params.shop, query),
});

export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: newGarmentBody,
  handle: async ({ actor, params, body }) =>
    json(await createGarment(actor, params.shop, body), { status: 201 }),
});
