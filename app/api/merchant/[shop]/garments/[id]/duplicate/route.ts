import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { duplicateGarment } from '#lib/server/use-cases/duplicate-garment.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  handle: async ({ actor, params }) =>
    json(await duplicateGarment(actor, params.shop, params.id), { status: 201 }),
});
