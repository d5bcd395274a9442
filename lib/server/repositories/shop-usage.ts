import 'server-only';
import { monthName, type Span } from '#lib/domain/shop-caps.ts';
import type { DaySpend } from '#lib/domain/spend.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';

// Raw SQL: Prisma cannot say that what was released is to be looked for in the same stretch of the
// index, and would look through everybody's.

/** A shop's try-ons that count: reserved at or after `since` and not released. A release comes later. */
const counted = (shopId: string, since: Date) => Prisma.sql`
  FROM "UsageEntry" AS entry
  WHERE entry."shopId" = ${shopId} AND entry.kind = 'RESERVE' AND entry.at >= ${since}
    AND NOT EXISTS (
      SELECT FROM "UsageEntry" AS back
      WHERE back."tryOnId" = entry."tryOnId" AND back.kind = 'RELEASE'
        AND back."shopId" = ${shopId} AND back.at >= ${since})`;

export interface ShopUsage {
  month: number;
  day: number;
  /** Of one shopper, in the day; 0 when nobody is asked about. */
  shopper: number;
}

/**
 * How many of a shop's try-ons count towards its caps. The month's are kept (`ShopMonth`), so that
 * asking costs the same at its end as at its beginning.
 */
export async function countShopUsage(
  db: Db,
  { shopId, userId }: { shopId: string; userId: string | null },
  { month, day }: { month: Span; day: Date },
): Promise<ShopUsage> {
  const [row] = await db.$queryRaw<Omit<ShopUsage, 'month'>[]>`
    SELECT count(*) FILTER (WHERE entry.at > ${day})::int AS day,
      count(*) FILTER (WHERE entry.at > ${day} AND entry."userId" = ${userId})::int AS shopper
    ${counted(shopId, day)}`;
  const inMonth = await countMonthUsage(db, shopId, month);
  return { month: inMonth, day: row?.day ?? 0, shopper: row?.shopper ?? 0 };
}

export async function countMonthUsage(db: Db, shopId: string, month: Span): Promise<number> {
  const row = await db.shopMonth.findUnique({
    where: { shopId_month: { shopId, month: monthName(month) } },
    select: { tryOns: true },
  });
  return row?.tryOns ?? 0;
}

/** When the try-on was asked for that is so far from the newest of a shop's, or of one shopper's in it. */
export async function findShopUsageFromNewest(
  db: Db,
  { shopId, userId }: { shopId: string; userId: string | null },
  { place, since }: { place: number; since: Date },
): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date }[]>`
    SELECT entry.at ${counted(shopId, since)}
      AND (${userId}::text IS NULL OR entry."userId" = ${userId})
    ORDER BY entry.at DESC OFFSET ${place - 1} LIMIT 1`;
  return row?.at ?? null;
}

/**
 * Days in UTC on which something was asked for since then, the earliest first. Summed by itself what was
 * reserved, given back and billed is each read from an index alone; joined it would be every try-on of
 * half a year.
 */
export async function listDaySpend(db: Db, shopId: string, since: Date): Promise<DaySpend[]> {
  return db.$queryRaw<DaySpend[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS date, sum("tryOns")::int AS "tryOns",
      sum(micros)::float8 AS micros, sum(billed)::int AS billed
    FROM (
      SELECT date_trunc('day', at) AS day, count(*) AS "tryOns", 0 AS micros, 0 AS billed
      FROM "UsageEntry" WHERE "shopId" = ${shopId} AND kind = 'RESERVE' AND at >= ${since} GROUP BY 1
      UNION ALL
      SELECT date_trunc('day', entry.at), -count(*), 0, 0
      FROM "UsageEntry" AS back
      JOIN "UsageEntry" AS entry ON entry."tryOnId" = back."tryOnId" AND entry.kind = 'RESERVE'
      WHERE back."shopId" = ${shopId} AND back.kind = 'RELEASE' AND back.at >= ${since}
        AND entry.at >= ${since}
      GROUP BY 1
      UNION ALL
      SELECT date_trunc('day', "createdAt"), 0, coalesce(sum("costMicros"), 0), count("costMicros")
      FROM "TryOn" WHERE "shopId" = ${shopId} AND "createdAt" >= ${since} GROUP BY 1
    ) AS sums GROUP BY day ORDER BY day`;
}
