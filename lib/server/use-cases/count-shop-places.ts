import 'server-only';
import { ALLOWANCE_WINDOW_MS } from '#lib/domain/allowance.ts';
import type { Db } from '#lib/server/db.ts';
import { findDailyTryOns } from '#lib/server/repositories/shop-members.ts';
import { countUsage } from '#lib/server/repositories/usage.ts';

/** How many try-ons a shop lets be asked for now, by its shoppers and itself; null for no limit. */
export async function countShopPlaces(db: Db, shopId: string, now: Date): Promise<number | null> {
  const aDay = await findDailyTryOns(db, shopId);
  if (aDay === null) return null;
  const since = new Date(now.getTime() - ALLOWANCE_WINDOW_MS);
  return Math.max(0, aDay - (await countUsage(db, { shopId }, since)));
}
