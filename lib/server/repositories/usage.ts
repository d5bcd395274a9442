import 'server-only';
import type { FinalState } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';

/** The allowance's book: RESERVE with the try-on, then once CHARGE or RELEASE in its last transition. */

interface Booked {
  id: string;
  userId: string;
  shopId: string;
}

export async function reserveUsage(tx: Db, { id, userId, shopId }: Booked): Promise<void> {
  await tx.usageEntry.create({
    data: { tryOnId: id, userId, shopId, kind: 'RESERVE' },
    select: { id: true },
  });
}

/** Only a look is charged; whatever else a try-on ends in gives the allowance back. */
export async function settleUsage(
  tx: Db,
  { id, userId, shopId }: Booked,
  final: FinalState,
): Promise<void> {
  const kind = final === 'succeeded' ? 'CHARGE' : 'RELEASE';
  await tx.usageEntry.create({
    data: { tryOnId: id, userId, shopId, kind },
    select: { id: true },
  });
}

/** Try-ons since `since` that count: reserved and not released. */
export async function countUsage(db: Db, userId: string, since: Date): Promise<number> {
  const [reserved, released] = await Promise.all([
    db.usageEntry.count({ where: { userId, kind: 'RESERVE', at: { gt: since } } }),
    db.usageEntry.count({
      where: {
        userId,
        kind: 'RELEASE',
        tryOn: { usage: { some: { kind: 'RESERVE', at: { gt: since } } } },
      },
    }),
  ]);
  return reserved - released;
}
