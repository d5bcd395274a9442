import 'server-only';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findShopGarment } from '#lib/server/repositories/shop-garments.ts';

/** @throws AppError not_found, also for a garment of another shop */
export async function getShopGarment(
  actor: Actor,
  shop: string,
  id: string,
): Promise<MerchantGarment> {
  const { shop: own } = await requireMember(actor, shop);
  const garment = await findShopGarment(db(), own.id, id);
  if (!garment) throw new AppError('not_found');
  return garment;
}
