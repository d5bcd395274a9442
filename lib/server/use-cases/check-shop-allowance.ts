import 'server-only';
import { ALLOWANCE_WINDOW_MS } from '#lib/domain/allowance.ts';
import type { Db } from '#lib/server/db.ts';
import { findDailyTryOns } from '#lib/server/repositories/shop-members.ts';
import { countUsage } from '#lib/server/repositories/usage.ts';

/** Whose try-on of which shop; nobody's when the shop itself asks for it. */
interface Asking {
  shopId: string;
  userId: string | null;
}

/**
 * Whether a shop lets one more try-on be asked for, in the transaction that asks. It must hold the
 * shop's row already, as `createTryOn` does: two at once cannot both take the last place then.
 *
 * @returns null when there is a place.
 */
export async function checkShopAllowance(
  tx: Db,
  { shopId }: Asking,
  now: Date,
): Promise<{ limit: 'day' } | null> {
  const left = await countShopPlaces(tx, shopId, now);
  return left !== null && left <= 0 ? { limit: 'day' } : null;
}

/** How many try-ons a shop lets be asked for now; null for no limit. */
export async function countShopPlaces(db: Db, shopId: string, now: Date): Promise<number | null> {
  const aDay = await findDailyTryOns(db, shopId);
  if (aDay === null) return null;
  const since = new Date(now.getTime() - ALLOWANCE_WINDOW_MS);
  return Math.max(0, aDay - (await countUsage(db, { shopId }, since)));
}
