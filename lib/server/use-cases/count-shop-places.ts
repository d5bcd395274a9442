import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { measureShopAllowance } from './check-shop-allowance.ts';

/** How many try-ons a shop's caps let be asked for now, by its shoppers and itself; null for no cap. */
export async function countShopPlaces(db: Db, shopId: string, now: Date): Promise<number | null> {
  const { caps, used } = await measureShopAllowance(db, { shopId, userId: null }, now);
  if (!used) return null;
  const left = [
    ...(caps.monthlyTryOns === null ? [] : [caps.monthlyTryOns - used.month]),
    ...(caps.dailyTryOns === null ? [] : [caps.dailyTryOns - used.day]),
  ];
  return left.length > 0 ? Math.max(0, Math.min(...left)) : null;
}
