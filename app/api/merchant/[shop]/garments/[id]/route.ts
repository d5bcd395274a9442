import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { changeGarmentBody } from '#lib/contracts/garment-edit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { deleteGarment } from '#lib/server/use-cases/delete-garment.ts';
import { getShopGarment } from '#lib/server/use-cases/get-shop-garment.ts';
import { updateGarment } from '#lib/server/use-cases/update-garment.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  handle: ({ actor, params }) => getShopGarment(actor, params.shop, params.id),
});

export const PATCH = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  body: changeGarmentBody,
  handle: ({ actor, params, body }) => updateGarment(actor, params.shop, params.id, body),
});

export const DELETE = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  handle: async ({ actor, params }) => {
    await deleteGarment(actor, params.shop, params.id);
    return new Response(null, { status: 204 });
  },
});
