import { shopParams } from '#lib/contracts/garment.ts';
import { orderListQuery } from '#lib/contracts/order.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listShopOrders } from '#lib/server/use-cases/list-shop-orders.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  query: orderListQuery,
  handle: ({ actor, params, query }) => listShopOrders(actor, params.shop, query),
});
