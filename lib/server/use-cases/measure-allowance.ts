import 'server-only';
import {
  ALLOWANCE_WINDOW_MS,
  type Allowance,
  type AllowanceLeft,
  allowanceFor,
  tightest,
} from '#lib/domain/allowance.ts';
import type { Settings } from '#lib/domain/settings.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Db } from '#lib/server/db.ts';
import { findShopId } from '#lib/server/repositories/shop-caps.ts';
import { countUsage, findUsageFromNewest } from '#lib/server/repositories/usage.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { measureShopAllowance, type ShopLimitReached } from './check-shop-allowance.ts';

/**
 * `againAt` is when the next try-on is allowed, once none is left; null until then.
 *
 * @param usual what guests and accounts have. Read before a transaction begins: one that waits for a
 *   second connection may wait for its own end.
 */
export async function measureAllowance(
  tx: Db,
  actor: Actor,
  usual: Settings['dailyTryOns'],
  now: Date,
): Promise<Allowance & { againAt: Date | null }> {
  const aDay = actor.dailyTryOns ?? allowanceFor(actor, usual);
  const since = new Date(now.getTime() - ALLOWANCE_WINDOW_MS);
  const used = await countUsage(tx, actor.userId, since);
  const left = Math.max(0, aDay - used);
  if (left > 0) return { aDay, left, againAt: null };
  // Things that were moved to an account may be more than it would have been allowed.
  // Of none at all the day says nothing.
  if (aDay === 0) return { aDay, left, againAt: null };
  const inTheWay = await findUsageFromNewest(tx, actor.userId, aDay);
  const againAt = inTheWay && new Date(inTheWay.getTime() + ALLOWANCE_WINDOW_MS);
  return { aDay, left, againAt };
}

/**
 * What a person may still ask for in a shop, by whatever lets the least.
 *
 * @param shop its slug; null for nowhere in particular.
 */
export async function measureAllowanceIn(
  db: Db,
  actor: Actor,
  shop: string | null,
  now: Date,
): Promise<AllowanceLeft> {
  const { dailyTryOns } = await currentSettings();
  const measured = await measureAllowance(db, actor, dailyTryOns, now);
  const own: AllowanceLeft = { of: 'person', ...measured };
  const shopId = shop && (await findShopId(db, shop));
  if (!shopId) return own;
  const asking = { shopId, userId: actor.userId };
  const { perShopper, reached } = await measureShopAllowance(db, asking, now);
  const inShop: AllowanceLeft[] =
    perShopper && perShopper.left > 0
      ? [{ of: 'shopper', aDay: perShopper.cap, left: perShopper.left, againAt: null }]
      : [];
  return tightest(own, ...inShop, ...(reached ? [usedUp(reached)] : []));
}

function usedUp({ limit, cap, againAt }: ShopLimitReached): AllowanceLeft {
  return limit === 'shopper'
    ? { of: limit, aDay: cap, left: 0, againAt }
    : { of: `shop-${limit}`, left: 0, againAt };
}
