import 'server-only';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { changeShopCaps } from '#lib/server/change-shop-caps.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findShopId } from '#lib/server/repositories/shop-caps.ts';

/** The same caps as its owners set; they read of it in the shop's log. @throws AppError forbidden, not_found */
export async function setShopCapsForAdmin(
  actor: Actor,
  shop: string,
  caps: ShopCaps,
): Promise<ShopCaps> {
  assertAdmin(actor);
  const id = await findShopId(db(), shop);
  if (!id) throw new AppError('not_found');
  return changeShopCaps(actor, id, caps);
}
