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

/** Days in UTC on which something was asked for since then, the earliest first. */
export async function listDaySpend(db: Db, shopId: string, since: Date): Promise<DaySpend[]> {
  return db.$queryRaw<DaySpend[]>`
    SELECT to_char(entry.at, 'YYYY-MM-DD') AS date,
      count(*) FILTER (WHERE back.id IS NULL)::int AS "tryOns",
      coalesce(sum("TryOn"."costMicros"), 0)::float8 AS micros,
      count("TryOn"."costMicros")::int AS billed
    FROM "UsageEntry" AS entry
    JOIN "TryOn" ON "TryOn".id = entry."tryOnId"
    LEFT JOIN "UsageEntry" AS back ON back."tryOnId" = entry."tryOnId" AND back.kind = 'RELEASE'
    WHERE entry."shopId" = ${shopId} AND entry.kind = 'RESERVE' AND entry.at >= ${since}
    GROUP BY date ORDER BY date`;
}
