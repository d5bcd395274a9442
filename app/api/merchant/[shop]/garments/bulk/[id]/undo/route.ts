import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { undoGarmentsChange } from '#lib/server/use-cases/undo-garments-change.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  handle: ({ actor, params }) => undoGarmentsChange(actor, params.shop, params.id),
});
