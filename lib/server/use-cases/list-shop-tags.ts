import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listShopTags as listTags } from '#lib/server/repositories/garment-table.ts';

const MOST = 100;

/**
 * Tags that some garment of the shop has, the most used first.
 *
 * @throws AppError not_found for somebody who does not belong to it.
 */
export async function listShopTags(actor: Actor, shop: string): Promise<string[]> {
  const { shop: own } = await requireMember(actor, shop);
  return listTags(db(), own.id, MOST);
}
