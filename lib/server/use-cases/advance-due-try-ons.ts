import 'server-only';
import { db } from '#lib/server/db.ts';
import { claimPaidFor } from '#lib/server/repositories/try-on-claims.ts';
import { advanceHeldTryOns } from './advance-try-on.ts';
import { claimSends, currentRoom } from './claim-sends.ts';

/** One round for a scheduler: everything that is due now, at most `limit`. */
export async function advanceDueTryOns(limit = 20): Promise<number> {
  const now = new Date();
  const { calls } = await currentRoom(now);
  const paidFor = await claimPaidFor(db(), { limit, calls }, now);
  const { held } = await claimSends(limit - paidFor.length, now);
  const claimed = [...paidFor, ...held];
  await advanceHeldTryOns(claimed);
  return claimed.length;
}
