import 'server-only';
import type { OrderList } from '#lib/contracts/order.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listMemberOrders } from '#lib/server/repositories/orders.ts';
import { pageOf } from './page-of.ts';

/** What the shops that this person belongs to were asked for, newest first. */
export async function listShopOrders(
  actor: Actor,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<OrderList> {
  return pageOf(await listMemberOrders(db(), actor.userId, { cursor, limit: limit + 1 }), limit);
}
