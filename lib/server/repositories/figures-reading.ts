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
  views: Prisma.sql`sum(views)`,
  opened: rate('opens', 'views'),
  tryOns: Prisma.sql`sum("tryOns")`,
  succeeded: rate('succeeded', 'succeeded + failed + blocked'),
  failed: rate('failed', 'succeeded + failed + blocked'),
  blocked: rate('blocked', 'succeeded + failed + blocked'),
  complaints: rate('complaints', 'succeeded'),
  bags: Prisma.sql`sum(bags)`,
  cost: Prisma.sql`sum("costMicros")`,
};

function rate(part: string, whole: string): Prisma.Sql {
  return Prisma.raw(
    `CASE WHEN sum(${whole}) >= ${FEW} THEN sum(${part})::float8 / sum(${whole}) END`,
  );
}

/**
 * Garments that anything was counted of, the first by the sort; and how many there are. Raw, since the
 * sums of a period are of rows of several lengths (`spansOf`). Only what is sorted by is summed up of all
 * garments, everything only of those that are shown.
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
  const first = await db.$queryRaw<{ garmentId: string; count: number }[]>`
    SELECT "garmentId", count(*) OVER ()::int AS count
    FROM "GarmentSpan" WHERE ${garment ? Prisma.sql`"garmentId" = ${garment}` : Prisma.sql`"shopId" = ${shopId}`}
      AND ${within(period)}
      AND ${
        category
          ? Prisma.sql`"garmentId" IN (
              SELECT id FROM "Garment"
              WHERE "shopId" = ${shopId} AND category = ${category}::"GarmentCategory")`
          : Prisma.sql`true`
      }
    GROUP BY 1
    ORDER BY ${orders[sort]} DESC NULLS LAST, sum(views) DESC, 1
    LIMIT ${limit}`;
  const ids = first.map(({ garmentId }) => garmentId);
  const byId = new Map((await sumGarments(db, period, ids)).map((one) => [one.id, one]));
  return {
    garments: ids.flatMap((id) => byId.get(id) ?? []),
    count: first[0]?.count ?? 0,
  };
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
  return { garments: await sumGarments(db, period, ids), last: ids.at(-1) ?? null };
}

const sums = Prisma.raw(
  counters
    .map((name) => `sum("${name}")${name === 'costMicros' ? '::int8' : '::int4'} AS "${name}"`)
    .join(', '),
);

/** Of those of the garments that anything was counted of, by their ids. */
async function sumGarments(db: Db, period: Period, ids: string[]): Promise<GarmentFigures[]> {
  const rows = await db.$queryRaw<SummedRow[]>`
    SELECT garment.id, title, colour, figures.*
    FROM (
      SELECT "garmentId", ${sums} FROM "GarmentSpan"
      WHERE "garmentId" = ANY(${ids}::text[]) AND ${within(period)} GROUP BY 1
    ) AS figures JOIN "Garment" AS garment ON garment.id = figures."garmentId"
    ORDER BY garment.id`;
  return rows.map(toGarment);
}

function within(period: Period): Prisma.Sql {
  const spans = spansOf(period);
  const days = spans.map((span) => span.days);
  const starts = spans.map(({ start }) => start);
  return Prisma.sql`(days, start) IN (
    SELECT * FROM unnest(${days}::int[], ${starts}::date[]))`;
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
