import 'server-only';
import { TRY_ON_ERRORS, type TryOnErrorClass } from '#lib/domain/try-on-error.ts';
import type { Db } from '#lib/server/db.ts';

/**
 * The allowance's book: RESERVE with the try-on, then once CHARGE or RELEASE in its last transition. A
 * RELEASE after a CHARGE is an admin's, for a look that was no good: it counts as little as any other.
 */

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

/** A look is charged. An error gives back what its row of the error table says; what cost nothing, all. */
export async function settleUsage(
  tx: Db,
  { id, userId, shopId }: Booked,
  ending: 'succeeded' | 'free' | TryOnErrorClass,
): Promise<void> {
  const released =
    ending === 'free' || (ending !== 'succeeded' && TRY_ON_ERRORS[ending].quotaReturned);
  const kind = released ? 'RELEASE' : 'CHARGE';
  await tx.usageEntry.create({
    data: { tryOnId: id, userId, shopId, kind },
    select: { id: true },
  });
}

/** Gives back what was charged. False when nothing was, or it was given back before. */
export async function releaseCharged(tx: Db, tryOnId: string): Promise<boolean> {
  const charge = await tx.usageEntry.findUnique({
    where: { tryOnId_kind: { tryOnId, kind: 'CHARGE' } },
    select: { userId: true, shopId: true },
  });
  if (!charge) return false;
  const data = { tryOnId, ...charge, kind: 'RELEASE' as const };
  return (await tx.usageEntry.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Only of what was charged: what a failure gave back stays given back. */
export async function takeReleaseBack(tx: Db, tryOnId: string): Promise<void> {
  await tx.usageEntry.deleteMany({
    where: { tryOnId, kind: 'RELEASE', tryOn: { usage: { some: { kind: 'CHARGE' } } } },
  });
}

/** What counts for a person: reserved and not released. */
const counted = {
  kind: 'RESERVE',
  tryOn: { forShop: false, usage: { none: { kind: 'RELEASE' } } },
} as const;

/** Try-ons of a person since `since` that count; those asked for in the name of a shop are that shop's. */
export async function countUsage(db: Db, userId: string, since: Date): Promise<number> {
  return db.usageEntry.count({ where: { userId, ...counted, at: { gt: since } } });
}

/** When a person asked for the try-on that is this far from the newest of those that count. */
export async function findUsageFromNewest(
  db: Db,
  userId: string,
  place: number,
): Promise<Date | null> {
  const entry = await db.usageEntry.findFirst({
    where: { userId, ...counted },
    orderBy: { at: 'desc' },
    skip: place - 1,
    select: { at: true },
  });
  return entry?.at ?? null;
}
