import { shopParams } from '#lib/contracts/garment.ts';
import { capsBody } from '#lib/contracts/spend.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setShopCaps } from '#lib/server/use-cases/set-shop-caps.ts';

export const PUT = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: capsBody,
  handle: ({ actor, params, body }) => setShopCaps(actor, params.shop, body),
});
