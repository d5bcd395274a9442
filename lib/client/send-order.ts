import type { OrderBody, OrderView } from '#lib/contracts/order.ts';
import { fetchJson, jsonBody } from './fetch-json.ts';
import { newIdempotencyKey } from './idempotency-key.ts';

const orderContract = async () => (await import('#lib/contracts/order.ts')).orderView;

/**
 * Sends order requests of one form. Pressed again after an answer that was lost, the same wish goes
 * out under the same key, and becomes one order. Throws like `fetchJson`.
 */
export function orderSender(): (body: OrderBody) => Promise<OrderView> {
  let last = { wish: '', key: '' };
  return (body) => {
    const wish = JSON.stringify(body);
    if (last.wish !== wish) last = { wish, key: newIdempotencyKey() };
    const headers = { 'idempotency-key': last.key };
    return fetchJson('/api/bag/orders', orderContract, jsonBody(body, headers));
  };
}
