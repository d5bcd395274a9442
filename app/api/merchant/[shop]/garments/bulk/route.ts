import { shopParams } from '#lib/contracts/garment.ts';
import { bulkBody } from '#lib/contracts/garment-table.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { changeGarments } from '#lib/server/use-cases/change-garments.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: bulkBody,
  handle: ({ actor, params, body }) => changeGarments(actor, params.shop, body),
});
