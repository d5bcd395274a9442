import { activityQuery } from '#lib/contracts/activity.ts';
import { shopParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listShopActivity } from '#lib/server/use-cases/list-shop-activity.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: activityQuery,
  handle: ({ actor, params, query }) => listShopActivity(actor, params.shop, query),
});
