import 'server-only';
import { ALLOWANCE_WINDOW_MS, type Allowance, allowanceFor } from '#lib/domain/allowance.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Db } from '#lib/server/db.ts';
import { countUsage, findUsageFromNewest } from '#lib/server/repositories/usage.ts';

/** `againAt` is when the next try-on is allowed, once none is left; null until then. */
export async function measureAllowance(
  tx: Db,
  actor: Actor,
  now: Date,
): Promise<Allowance & { againAt: Date | null }> {
  const aDay = allowanceFor(actor);
  const since = new Date(now.getTime() - ALLOWANCE_WINDOW_MS);
  const used = await countUsage(tx, { userId: actor.userId }, since);
  const left = Math.max(0, aDay - used);
  if (left > 0) return { aDay, left, againAt: null };
  // Things that were moved to an account may be more than it would have been allowed.
  const inTheWay = await findUsageFromNewest(tx, actor.userId, aDay);
  const againAt = inTheWay && new Date(inTheWay.getTime() + ALLOWANCE_WINDOW_MS);
  return { aDay, left, againAt };
}
