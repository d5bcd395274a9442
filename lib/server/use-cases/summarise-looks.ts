import 'server-only';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { countOwnLooks } from '#lib/server/repositories/looks.ts';
import { measureAllowanceIn } from './measure-allowance.ts';

/** @param shop slug of the shop in which something may be asked for. */
export async function summariseLooks(
  actor: Actor,
  { shop = null, now = new Date() }: { shop?: string | null; now?: Date } = {},
): Promise<LooksSummary> {
  const [counts, allowance] = await Promise.all([
    countOwnLooks(db(), actor.userId),
    measureAllowanceIn(db(), actor, shop, now),
  ]);
  const asOf = now.toISOString();
  // A switch, since a spread over the union would lose which of them it is.
  switch (allowance.of) {
    case 'person':
    case 'shopper': {
      const againAt = allowance.againAt?.toISOString() ?? null;
      return { asOf, ...counts, allowance: { ...allowance, againAt } };
    }
    case 'shop-day':
    case 'shop-month':
      return {
        asOf,
        ...counts,
        allowance: { ...allowance, againAt: allowance.againAt.toISOString() },
      };
  }
}
