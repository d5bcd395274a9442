import 'server-only';
import { z } from 'zod';
import type { OrderView } from '#lib/contracts/order.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findOwnOrder } from '#lib/server/repositories/orders.ts';

/** An order request of one's own; null for anything else. */
export async function getOrder(actor: Actor, id: string): Promise<OrderView | null> {
  if (!z.uuid().safeParse(id).success) return null;
  return findOwnOrder(db(), id, actor.userId);
}
