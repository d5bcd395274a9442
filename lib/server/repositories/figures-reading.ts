import 'server-only';
import type { Figures, GarmentFigures } from '#lib/contracts/figures.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { type Day, dayOf, type Period, spansOf } from '#lib/domain/figure-days.ts';
import { type Counts, counters, FEW, type FiguresScope } from '#lib/domain/figures.ts';
import type { FiguresSort } from '#lib/domain/figures-query.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';

/** Reading what was counted. */

const toCounts = (row: Record<keyof Counts, number | bigint | null>): Counts =>
  Object.fromEntries(counters.map((name) => [name, Number(row[name] ?? 0)])) as Counts;

const everyCounter = Object.fromEntries(counters.map((name) => [name, true])) as Record<
  keyof Counts,
  true
>;

/** The days of a shop's on which anything was counted. */
export async function listShopDays(
  db: Db,
  shopId: string,
  { from, to }: Period,
  category: GarmentCategory | null,
): Promise<(Counts & { day: Day })[]> {
  const rows = await db.shopDay.groupBy({
    by: ['day'],
    where: {
      shopId,
      day: { gte: new Date(from), lte: new Date(to) },
      ...(category ? { category } : {}),
    },
    _sum: everyCounter,
  });
  return rows.map(({ day, _sum }) => ({ day: dayOf(day), ...toCounts(_sum) }));
}

/** The same of one garment. */
export async function listGarmentDays(
  db: Db,
  garmentId: string,
  { from, to }: Period,
): Promise<(Counts & { day: Day })[]> {
  const rows = await db.garmentSpan.findMany({
    where: { garmentId, days: 1, start: { gte: new Date(from), lte: new Date(to) } },
    select: { start: true, ...everyCounter },
  });
  return rows.map(({ start, ...row }) => ({ day: dayOf(start), ...toCounts(row) }));
}

export async function findFirstDay(db: Db, shopId: string): Promise<Day | null> {
  const row = await db.shopDay.findFirst({
    where: { shopId },
    orderBy: { day: 'asc' },
    select: { day: true },
  });
  return row && dayOf(row.day);
}

export async function findGarmentAsked(
  db: Db,
  shopId: string,
  id: string,
): Promise<Figures['garment']> {
  return db.garment.findFirst({
    where: { id, shopId },
    select: { id: true, title: true, colour: true, category: true },
  });
}

/** What a garment is sorted by. A rate of few stands behind all others. */
const orders: Record<FiguresSort, Prisma.Sql> = {
  views: Prisma.sql`views`,
  opened: rate('opens', 'views'),
  tryOns: Prisma.sql`"tryOns"`,
  succeeded: rate('succeeded', 'succeeded + failed + blocked'),
  failed: rate('failed', 'succeeded + failed + blocked'),
  blocked: rate('blocked', 'succeeded + failed + blocked'),
  bags: Prisma.sql`bags`,
  cost: Prisma.sql`"costMicros"`,
};

function rate(part: string, whole: string): Prisma.Sql {
  return Prisma.raw(`CASE WHEN ${whole} >= ${FEW} THEN (${part})::float8 / (${whole}) END`);
}

/**
 * Garments that anything was counted of, the first by the sort; and how many there are. Raw, since the
 * sums of a period are of rows of several lengths (`spansOf`).
 */
export async function listGarmentFigures(
  db: Db,
  shopId: string,
  {
    period,
    category,
    garment,
    sort,
    limit,
  }: FiguresScope & { period: Period; sort: FiguresSort; limit: number },
): Promise<{ garments: GarmentFigures[]; count: number }> {
  const rows = await db.$queryRaw<(SummedRow & { count: number })[]>`
    SELECT garment.id, title, colour, ${counted}, count(*) OVER ()::int AS count
    FROM (${summed(shopId, period, garment ? [garment] : null)}) AS figures
      JOIN "Garment" AS garment ON garment.id = figures."garmentId"
    WHERE ${category ? Prisma.sql`garment.category = ${category}::"GarmentCategory"` : Prisma.sql`true`}
    ORDER BY ${orders[sort]} DESC NULLS LAST, views DESC, garment.id
    LIMIT ${limit}`;
  return { garments: rows.map(toGarment), count: rows[0]?.count ?? 0 };
}

/** Page by page in the order of their ids, for files; `last` is where the next page begins. */
export async function listGarmentFiguresAfter(
  db: Db,
  shopId: string,
  {
    period,
    category,
    garment,
    after,
    limit,
  }: FiguresScope & { period: Period; after: string; limit: number },
): Promise<{ garments: GarmentFigures[]; last: string | null }> {
  const found = await db.garment.findMany({
    where: {
      shopId,
      id: { gt: after, ...(garment ? { equals: garment } : {}) },
      ...(category ? { category } : {}),
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true },
  });
  const ids = found.map(({ id }) => id);
  const rows = await db.$queryRaw<SummedRow[]>`
    SELECT garment.id, title, colour, ${counted}
    FROM (${summed(shopId, period, ids)}) AS figures
      JOIN "Garment" AS garment ON garment.id = figures."garmentId"
    ORDER BY garment.id`;
  return { garments: rows.map(toGarment), last: ids.at(-1) ?? null };
}

const counted = Prisma.raw(counters.map((name) => `figures."${name}"`).join(', '));

/** @param garmentIds null for all. */
function summed(shopId: string, period: Period, garmentIds: string[] | null): Prisma.Sql {
  const spans = spansOf(period);
  const sums = Prisma.raw(
    counters
      .map((name) => `sum("${name}")${name === 'costMicros' ? '::int8' : '::int4'} AS "${name}"`)
      .join(', '),
  );
  const those = garmentIds
    ? Prisma.sql`"garmentId" = ANY(${garmentIds}::text[])`
    : Prisma.sql`true`;
  return Prisma.sql`
    SELECT "garmentId", ${sums} FROM "GarmentSpan"
    WHERE "shopId" = ${shopId} AND ${those} AND (days, start) IN (
      SELECT * FROM unnest(
        ${spans.map(({ days }) => days)}::int[], ${spans.map(({ start }) => start)}::date[]
      ))
    GROUP BY 1`;
}

type SummedRow = Record<keyof Counts, number | bigint | null> & {
  id: string;
  title: string;
  colour: string;
};

const toGarment = ({ id, title, colour, ...row }: SummedRow): GarmentFigures => ({
  id,
  title,
  colour,
  ...toCounts(row),
});
