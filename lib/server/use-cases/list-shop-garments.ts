import 'server-only';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listMemberGarments } from '#lib/server/repositories/shop-garments.ts';

/** The garments of the shops this person belongs to, last changed first. */
export async function listShopGarments(actor: Actor): Promise<MerchantGarment[]> {
  return listMemberGarments(db(), actor.userId);
}
