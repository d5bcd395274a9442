import { setGarmentStatusBody, shopGarmentParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setGarmentStatus } from '#lib/server/use-cases/set-garment-status.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  body: setGarmentStatusBody,
  handle: ({ actor, params, body }) => setGarmentStatus(actor, params.shop, params.id, body.status),
});
