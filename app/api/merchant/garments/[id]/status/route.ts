import { garmentParams, setGarmentStatusBody } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setGarmentStatus } from '#lib/server/use-cases/set-garment-status.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: garmentParams,
  body: setGarmentStatusBody,
  handle: ({ actor, params, body }) => setGarmentStatus(actor, params.id, body.status),
});
