import 'server-only';
import type { AdminShopView } from '#lib/contracts/admin-shops.ts';
import { monthOf } from '#lib/domain/shop-caps.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findShopForAdmin } from '#lib/server/repositories/admin-shops.ts';

/** @param shop its slug. @throws AppError forbidden, not_found */
export async function getShopForAdmin(
  actor: Actor,
  shop: string,
  now = new Date(),
): Promise<AdminShopView> {
  assertAdmin(actor);
  const found = await findShopForAdmin(db(), shop, monthOf(now).start);
  if (!found) throw new AppError('not_found');
  return found;
}
