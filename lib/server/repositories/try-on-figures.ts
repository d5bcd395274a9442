import 'server-only';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { activeStates } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';

/** Everybody's try-ons as figures: how many wait, and how long they take. */

/** How many wait, since when, and how many are with the provider. */
export async function countUnderWay(db: Db) {
  const rows = await db.tryOn.groupBy({
    by: ['state'],
    where: { state: { in: ['queued', 'sending', 'running', 'saving'] } },
    _count: { _all: true },
    _min: { createdAt: true },
  });
  const queued = rows.find(({ state }) => state === 'queued');
  const all = rows.reduce((sum, { _count }) => sum + _count._all, 0);
  return {
    queued: queued?._count._all ?? 0,
    oldestQueuedAt: queued?._min.createdAt ?? null,
    underWay: all - (queued?._count._all ?? 0),
  };
}

/**
 * Seconds of the last finished try-ons of a category: from asking to look, and at the provider.
 * The latter is what `secondsAtProvider` made of the provider's word; when the row has none, the
 * time at which we saw it done is all there is.
 */
export async function recentDurations(db: Db, category: GarmentCategory, limit: number) {
  return db.$queryRaw<{ whole: number; provider: number }[]>`
    SELECT extract(
        -- Nobody waits for work in bulk, which stands in the queue for as long as there are others.
        epoch FROM "finishedAt" - CASE lane WHEN 'BULK' THEN "submittedAt" ELSE "createdAt" END
      )::float8 AS whole,
      least(
        nullif("providerSeconds", 0), extract(epoch FROM "completedAt" - "submittedAt")::float8
      ) AS provider
    FROM "TryOn"
    WHERE category = ${category}::"GarmentCategory" AND state = 'succeeded'
      AND "completedAt" IS NOT NULL AND "submittedAt" IS NOT NULL
    ORDER BY "finishedAt" DESC LIMIT ${limit}`;
}

/** What the last paid try-ons cost on average, in millionths of a US dollar; null before there is one. */
export async function recentCostMicros(db: Db, limit: number): Promise<number | null> {
  const rows = await db.tryOn.findMany({
    where: { state: 'succeeded', costMicros: { gt: 0 } },
    orderBy: { finishedAt: 'desc' },
    take: limit,
    select: { costMicros: true },
  });
  const all = rows.reduce((sum, { costMicros }) => sum + (costMicros ?? 0), 0);
  return rows.length > 0 ? Math.round(all / rows.length) : null;
}

/** Try-ons that will need calls of the provider, now or soon; no more than `most` are counted. */
export async function countOpenTryOns(db: Db, most: number): Promise<number> {
  // Raw SQL: Prisma puts in order, by id, what it counts a part of. Ordered by an index's own column, so
  // that it is read by that and not from the table's beginning, where all are over.
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "TryOn" WHERE state = ANY (${[...activeStates]}::"TryOnState"[])
      ORDER BY state LIMIT ${most}) AS open`;
  return row?.count ?? 0;
}
