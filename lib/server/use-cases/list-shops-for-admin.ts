import 'server-only';
import type { AdminShopList, AdminShopsQuery } from '#lib/contracts/admin-shops.ts';
import { monthOf } from '#lib/domain/shop-caps.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listShopsForAdmin as list } from '#lib/server/repositories/admin-shops.ts';
import { pageOf } from './page-of.ts';

/** All shops, the newest first, with what they came to this month. @throws AppError forbidden */
export async function listShopsForAdmin(
  actor: Actor,
  query: AdminShopsQuery,
  now = new Date(),
): Promise<AdminShopList> {
  assertAdmin(actor);
  const rows = await list(db(), { ...query, limit: query.limit + 1 }, monthOf(now).start);
  return pageOf(rows, query.limit);
}
