import 'server-only';
import { ALLOWANCE_WINDOW_MS } from '#lib/domain/allowance.ts';
import { monthOf, type ShopCaps, type ShopLimit } from '#lib/domain/shop-caps.ts';
import type { Db } from '#lib/server/db.ts';
import { findShopCaps, isMember } from '#lib/server/repositories/shop-caps.ts';
import { countShopUsage, findShopUsageFromNewest } from '#lib/server/repositories/shop-usage.ts';
import { warnOfCap } from './warn-of-cap.ts';

/** Whose try-on of which shop; nobody's when the shop itself asks for it. */
interface Asking {
  shopId: string;
  userId: string | null;
}

/** Which of a shop's caps lets nothing more be asked for, and when it goes on. */
export interface ShopLimitReached {
  limit: ShopLimit;
  cap: number;
  againAt: Date;
}

/**
 * Whether a shop's caps let one more try-on be asked for, in the transaction that asks. It must hold
 * the shop's row already, as `createTryOn` does: two at once cannot both take the last place then. When
 * there is one and it passes a mark of the month's cap, the owners are written to.
 *
 * @returns null when there is a place.
 */
export async function checkShopAllowance(
  tx: Db,
  asking: Asking,
  now: Date,
): Promise<ShopLimitReached | null> {
  const { caps, used, reached } = await measureShopAllowance(tx, asking, now);
  if (!reached && used) await warnOfCap(tx, asking.shopId, caps, used.month + 1, now);
  return reached;
}

/** @property left for one shopper in this shop, when the shop has a cap for that and it binds. */
export async function measureShopAllowance(tx: Db, { shopId, userId }: Asking, now: Date) {
  const caps = await findShopCaps(tx, shopId);
  const { monthlyTryOns, dailyTryOns, shopperDailyTryOns } = caps;
  if (monthlyTryOns === null && dailyTryOns === null && shopperDailyTryOns === null) {
    return { caps, used: null, perShopper: null, reached: null };
  }
  const month = monthOf(now);
  const day = new Date(now.getTime() - ALLOWANCE_WINDOW_MS);
  const used = await countShopUsage(tx, { shopId, userId }, { month, day });
  const perShopper =
    shopperDailyTryOns !== null && userId !== null && !(await isMember(tx, shopId, userId))
      ? { cap: shopperDailyTryOns, left: Math.max(0, shopperDailyTryOns - used.shopper) }
      : null;

  /** A rolling day goes on when the newest `cap` try-ons no longer fill it. */
  const dayAgain = async (limit: 'day' | 'shopper', cap: number): Promise<ShopLimitReached> => {
    const whose = { shopId, userId: limit === 'shopper' ? userId : null };
    const at = await findShopUsageFromNewest(tx, whose, { place: cap, since: day });
    return { limit, cap, againAt: new Date((at ?? now).getTime() + ALLOWANCE_WINDOW_MS) };
  };
  const limits: ShopLimitReached[] = [];
  if (isUsedUp(monthlyTryOns, used.month)) {
    limits.push({ limit: 'month', cap: monthlyTryOns, againAt: month.end });
  }
  if (isUsedUp(dailyTryOns, used.day)) limits.push(await dayAgain('day', dailyTryOns));
  if (perShopper?.left === 0) limits.push(await dayAgain('shopper', perShopper.cap));
  // The one that lasts the longest: whoever comes back after that is not refused again.
  limits.sort((one, other) => other.againAt.getTime() - one.againAt.getTime());
  return { caps, used, perShopper, reached: limits[0] ?? null };
}

const isUsedUp = (cap: ShopCaps['monthlyTryOns'], used: number): cap is number =>
  cap !== null && used >= cap;
