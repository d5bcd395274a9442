import 'server-only';
import { db } from '#lib/server/db.ts';
import { claimDueTryOns } from '#lib/server/repositories/try-on-queue.ts';
import { advanceHeldTryOn } from './advance-try-on.ts';

/** One round for a scheduler: everything that is due now, at most `limit`. */
export async function advanceDueTryOns(limit = 20): Promise<number> {
  const claimed = await claimDueTryOns(db(), limit, new Date());
  await Promise.all(claimed.map(advanceHeldTryOn));
  return claimed.length;
}
