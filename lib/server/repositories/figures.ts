import 'server-only';
import { type Day, spanLengths } from '#lib/domain/figure-days.ts';
import { type Counts, counters, noCounts, type VisitStep } from '#lib/domain/figures.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';

/** Counting. In raw SQL, since one statement raises all the sums that a count stands in. */

/**
 * Notes the steps of visits.
 *
 * @param visits by the hash of who it is.
 * @param onlyAfter those visits that have come to this step.
 * @returns the steps that were new, which alone are to be counted.
 */
export async function addVisits(
  tx: Db,
  visits: readonly { garmentId: string; visitor: string }[],
  day: Day,
  steps: readonly VisitStep[],
  { onlyAfter }: { onlyAfter?: VisitStep } = {},
): Promise<{ garmentId: string; step: VisitStep }[]> {
  if (visits.length === 0) return [];
  const garmentIds = visits.map(({ garmentId }) => garmentId);
  const visitors = visits.map(({ visitor }) => visitor);
  const come = onlyAfter
    ? Prisma.sql`WHERE EXISTS (SELECT FROM "Visit" before WHERE before."garmentId" = visit."garmentId"
        AND before.day = ${day}::date AND before.visitor = visit.visitor::uuid
        AND before.step = ${onlyAfter}::"VisitStep")`
    : Prisma.empty;
  // In order, so that two who note the same wait for each other and do not both wait.
  return tx.$queryRaw`
    ${kept} INSERT INTO "Visit" ("garmentId", day, visitor, step)
    SELECT visit."garmentId", ${day}::date, visit.visitor::uuid, step::"VisitStep"
    FROM unnest(${garmentIds}::text[], ${visitors}::text[]) AS visit("garmentId", visitor)
      CROSS JOIN unnest(${[...steps]}::text[]) AS step
    ${come}
    ORDER BY 1, 3, 4
    ON CONFLICT DO NOTHING
    RETURNING "garmentId", step`;
}

/** @returns the garments of those visits that have come to a step. */
export async function findVisits(
  db: Db,
  visits: readonly { garmentId: string; visitor: string }[],
  day: Day,
  step: VisitStep,
): Promise<Set<string>> {
  const rows = await db.visit.findMany({
    where: { OR: [...visits], day: new Date(day), step },
    select: { garmentId: true },
  });
  return new Set(rows.map(({ garmentId }) => garmentId));
}

/** @returns how many are gone. */
export async function deleteVisitsBefore(db: Db, day: Day, most: number): Promise<number> {
  return db.$executeRaw`
    DELETE FROM "Visit" WHERE ctid IN (
      SELECT ctid FROM "Visit" WHERE day < ${day}::date LIMIT ${most})`;
}

export interface Gain extends Partial<Counts> {
  garmentId: string;
  day: Day;
}

const columns = (of: (name: string) => string) =>
  Prisma.raw(counters.map((name) => of(`"${name}"`)).join(', '));

/**
 * Raises the sums of garments, each of which is named once. Of what nobody can try on there are none.
 * Shops' rows come last and everything in order: whoever counts at the same time waits, and never for
 * somebody who waits for him.
 */
export async function raiseFigures(tx: Db, gains: readonly Gain[]): Promise<void> {
  const rows = JSON.stringify(gains.map((gain) => ({ ...noCounts, ...gain })));
  await tx.$executeRaw`
    ${kept} WITH gained AS (
      SELECT gain.*, garment."shopId", garment.category
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS gain("garmentId" text, day date, ${columns((name) => `${name} bigint`)})
        JOIN "Garment" AS garment ON garment.id = gain."garmentId"
      WHERE garment.category IS NOT NULL
    ), raised AS (
      INSERT INTO "GarmentSpan" AS held
        ("garmentId", days, start, "shopId", ${columns((name) => name)})
      SELECT "garmentId", length, day - (day - DATE '1970-01-01') % length, "shopId",
        ${columns((name) => name)}
      FROM gained CROSS JOIN unnest(${[...spanLengths]}::int[]) AS length
      ORDER BY 1, 2, 3
      ON CONFLICT ("garmentId", days, start)
        DO UPDATE SET ${columns((name) => `${name} = held.${name} + excluded.${name}`)}
      RETURNING 1
    )
    INSERT INTO "ShopDay" AS held ("shopId", day, category, ${columns((name) => name)})
    SELECT "shopId", day, category, ${columns((name) => `sum(${name})`)}
    FROM gained WHERE (SELECT count(*) FROM raised) > 0
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT ("shopId", day, category)
      DO UPDATE SET ${columns((name) => `${name} = held.${name} + excluded.${name}`)}`;
}
