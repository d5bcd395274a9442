import 'server-only';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findMemberGarment } from '#lib/server/repositories/garments.ts';

/** Null also for a garment of another shop. */
export async function getShopGarment(actor: Actor, id: string): Promise<MerchantGarment | null> {
  return findMemberGarment(db(), id, actor.userId);
}
