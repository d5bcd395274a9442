import 'server-only';
import type { OrderView } from '#lib/contracts/order.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listOwnOrders } from '#lib/server/repositories/orders.ts';

/** The order requests that this person has sent last. */
export async function listOrders(actor: Actor, limit: number): Promise<OrderView[]> {
  return listOwnOrders(db(), actor.userId, limit);
}
