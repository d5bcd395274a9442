import { holdOutBody, shopParams } from '#lib/contracts/figures.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setHoldOut } from '#lib/server/use-cases/set-hold-out.ts';

export const PUT = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: holdOutBody,
  handle: async ({ actor, params, body }) => {
    await setHoldOut(actor, params.shop, body.percent);
    return new Response(null, { status: 204 });
  },
});
