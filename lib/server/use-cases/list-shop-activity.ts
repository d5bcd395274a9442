import 'server-only';
import type { Activity } from '#lib/contracts/activity.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listShopActivity as listActivity } from '#lib/server/repositories/activity.ts';
import { pageOf } from './page-of.ts';

/**
 * Who changed what in a shop, the latest first.
 *
 * @throws AppError not_found for somebody who does not belong to it
 */
export async function listShopActivity(
  actor: Actor,
  shop: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<Activity> {
  const { shop: own } = await requireMember(actor, shop);
  const before = cursor ? BigInt(cursor) : null;
  return pageOf(await listActivity(db(), own.id, { before, limit: limit + 1 }), limit);
}
