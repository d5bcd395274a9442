import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { duplicateGarmentBody } from '#lib/contracts/garment-edit.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { duplicateGarment } from '#lib/server/use-cases/duplicate-garment.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  body: duplicateGarmentBody,
  handle: async ({ actor, params, body }) =>
    json(await duplicateGarment(actor, params.shop, params.id, body), { status: 201 }),
});
