import 'server-only';
import type { OrderList } from '#lib/contracts/order.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listShopOrders as listOrders } from '#lib/server/repositories/orders.ts';
import { pageOf } from './page-of.ts';

/**
 * What a shop was asked for, newest first.
 *
 * @throws AppError not_found for somebody who does not belong to it.
 */
export async function listShopOrders(
  actor: Actor,
  shop: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<OrderList> {
  const { shop: own } = await requireMember(actor, shop);
  return pageOf(await listOrders(db(), own.id, { cursor, limit: limit + 1 }), limit);
}
