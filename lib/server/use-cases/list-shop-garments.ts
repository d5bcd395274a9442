import 'server-only';
import type { MerchantGarment, ShopGarmentsQuery } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listShopGarments as listGarments } from '#lib/server/repositories/shop-garments.ts';

/**
 * The garments of a shop, last changed first.
 *
 * @throws AppError not_found for somebody who does not belong to it.
 */
export async function listShopGarments(
  actor: Actor,
  shop: string,
  query: ShopGarmentsQuery = {},
): Promise<MerchantGarment[]> {
  const { shop: own } = await requireMember(actor, shop);
  return listGarments(db(), own.id, query);
}
