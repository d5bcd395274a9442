import { shopParams } from '#lib/contracts/garment.ts';
import { renderPlanBody } from '#lib/contracts/render.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { planRender } from '#lib/server/use-cases/plan-render.ts';

/** A question, but with more garments in it than an address holds. */
export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: renderPlanBody,
  rate: { name: 'render-plan', points: 60, perSeconds: 60 },
  handle: ({ actor, params, body }) => planRender(actor, params.shop, body),
});
