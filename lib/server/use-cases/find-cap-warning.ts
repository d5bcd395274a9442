import 'server-only';
import { ALLOWANCE_WINDOW_MS } from '#lib/domain/allowance.ts';
import { type CapWarning, capWarning, monthOf } from '#lib/domain/shop-caps.ts';
import { db } from '#lib/server/db.ts';
import { findShopCaps } from '#lib/server/repositories/shop-caps.ts';
import type { Membership } from '#lib/server/repositories/shop-members.ts';
import { countShopUsage } from '#lib/server/repositories/shop-usage.ts';

/** Whether a shop's people are to be told that its try-ons come to an end. */
export async function findCapWarning(
  { shop }: Membership,
  now = new Date(),
): Promise<CapWarning | null> {
  const caps = await findShopCaps(db(), shop.id);
  if (caps.monthlyTryOns === null && caps.dailyTryOns === null) return null;
  const spans = {
    month: monthOf(now),
    day: new Date(now.getTime() - ALLOWANCE_WINDOW_MS),
  };
  return capWarning(caps, await countShopUsage(db(), { shopId: shop.id, userId: null }, spans));
}
