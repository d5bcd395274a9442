import 'server-only';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findMemberGarment } from '#lib/server/repositories/shop-garments.ts';

/** Null also for a garment of another shop. */
export async function getShopGarment(actor: Actor, id: string): Promise<MerchantGarment | null> {
  return findMemberGarment(db(), id, actor.userId);
}

/** @throws AppError not_found */
export async function requireShopGarment(actor: Actor, id: string): Promise<MerchantGarment> {
  const garment = await getShopGarment(actor, id);
  if (!garment) throw new AppError('not_found');
  return garment;
}
