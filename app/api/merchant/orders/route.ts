import { orderListQuery } from '#lib/contracts/order.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listShopOrders } from '#lib/server/use-cases/list-shop-orders.ts';

export const GET = defineRoute({
  auth: 'merchant',
  query: orderListQuery,
  handle: ({ actor, query }) => listShopOrders(actor, query),
});
