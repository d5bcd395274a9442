import { orderBody } from '#lib/contracts/order.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { readIdempotencyKey } from '#lib/server/http/idempotency-key.ts';
import { requestOrder } from '#lib/server/use-cases/request-order.ts';

export const POST = defineRoute({
  auth: 'person',
  body: orderBody,
  rate: { name: 'order', points: 10, perSeconds: 60, perAddress: 40 },
  handle: async ({ actor, body, request }) => {
    const order = await requestOrder(actor, body, readIdempotencyKey(request));
    return json(order, { status: 201, headers: { location: `/bag/orders/${order.id}` } });
  },
});
