import { shopParams } from '#lib/contracts/garment.ts';
import { guideBody } from '#lib/contracts/shop-home.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setGuideHidden } from '#lib/server/use-cases/set-guide-hidden.ts';

export const PUT = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: guideBody,
  handle: ({ actor, params, body }) => setGuideHidden(actor, params.shop, body.hidden),
});
