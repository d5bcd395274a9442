import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { countShopPlaces } from './count-shop-places.ts';

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
  return (await countShopPlaces(tx, shopId, now)) === 0 ? { limit: 'day' } : null;
}
