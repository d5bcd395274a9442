import { garmentDraftBody, shopGarmentParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { updateGarment } from '#lib/server/use-cases/update-garment.ts';

export const PATCH = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  body: garmentDraftBody,
  handle: ({ actor, params, body }) => updateGarment(actor, params.shop, params.id, body),
});
