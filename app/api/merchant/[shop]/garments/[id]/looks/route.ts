import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listModelLooks } from '#lib/server/use-cases/list-model-looks.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  handle: ({ actor, params }) => listModelLooks(actor, params.shop, params.id),
});
