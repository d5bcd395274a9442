import 'server-only';
import { bucketBounds } from '#lib/domain/latency-buckets.ts';
import {
  type Ended,
  nothingEnded,
  type Outcome,
  outcomes,
  type Stage,
  stages,
} from '#lib/domain/operations.ts';
import type { Db } from '#lib/server/db.ts';

/** What ended, by the hours of the clock, and in the last sixty minutes. */

export type EndedHour = Ended & { hour: Date };

const endedColumns = {
  succeeded: true,
  failed: true,
  blocked: true,
  expired: true,
  unknown: true,
  cancelled: true,
  costMicros: true,
  waiting: true,
  rendering: true,
  saving: true,
  whole: true,
} as const;

const LAST_HOUR = 'last-hour';

/** Counts the try-ons that ended in this time; by hours, of which those of nothing are left out. */
export async function countEndedByHour(db: Db, from: Date, to: Date): Promise<EndedHour[]> {
  const [ends, times] = await Promise.all([
    db.$queryRaw<{ hour: Date; outcome: Outcome; count: number; micros: bigint }[]>`
      SELECT date_trunc('hour', "finishedAt") AS hour, state::text AS outcome,
        count(*)::int AS count, coalesce(sum("costMicros"), 0)::bigint AS micros
      FROM "TryOn" WHERE state = ANY(${[...outcomes]}::"TryOnState"[])
        AND "finishedAt" >= ${from} AND "finishedAt" < ${to}
      GROUP BY 1, 2`,
    // Looks that were found were never sent, and have no times to tell.
    db.$queryRaw<{ hour: Date; stage: Stage; bucket: number; count: number }[]>`
      SELECT date_trunc('hour', "finishedAt") AS hour, stage,
        width_bucket(extract(epoch FROM took)::float8, ${[...bucketBounds]}::float8[]) AS bucket,
        count(*)::int AS count
      FROM "TryOn" CROSS JOIN LATERAL (VALUES
        ('waiting', CASE lane WHEN 'SHOPPER' THEN "submittedAt" - "createdAt" END),
        ('rendering', "completedAt" - "submittedAt"),
        ('saving', "finishedAt" - "completedAt"),
        ('whole', CASE lane WHEN 'SHOPPER' THEN "finishedAt" - "createdAt" END)
      ) AS stages (stage, took)
      WHERE state = 'succeeded' AND "finishedAt" >= ${from} AND "finishedAt" < ${to}
        AND "submittedAt" IS NOT NULL AND "completedAt" IS NOT NULL AND took IS NOT NULL
      GROUP BY 1, 2, 3`,
  ]);
  const hours = new Map<number, EndedHour>();
  const hourOf = (hour: Date): EndedHour => {
    const known = hours.get(hour.getTime());
    if (known) return known;
    const empty = { ...nothingEnded, hour };
    hours.set(hour.getTime(), empty);
    return empty;
  };
  for (const { hour, outcome, count, micros } of ends) {
    const row = hourOf(hour);
    row[outcome] = count;
    row.costMicros += Number(micros);
  }
  for (const { hour, stage, bucket, count } of times) {
    const row = hourOf(hour);
    const counts = Array.from({ length: Math.max(row[stage].length, bucket + 1) }, (_, index) =>
      index === bucket ? count : (row[stage][index] ?? 0),
    );
    row[stage] = counts;
  }
  return [...hours.values()];
}

/** Writes these hours, whatever stood there before. */
export async function putHours(db: Db, hours: readonly EndedHour[]): Promise<void> {
  // Prisma has no upsert of many rows.
  await db.$executeRaw`
    INSERT INTO "OpsHour" (hour, succeeded, failed, blocked, expired, unknown, cancelled, "costMicros",
      waiting, rendering, saving, whole)
    SELECT hour, succeeded, failed, blocked, expired, unknown, cancelled, "costMicros",
      waiting, rendering, saving, whole
    FROM jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) AS given (hour timestamp,
      succeeded int, failed int, blocked int, expired int, unknown int, cancelled int,
      "costMicros" bigint, waiting int[], rendering int[], saving int[], whole int[])
    ON CONFLICT (hour) DO UPDATE SET succeeded = excluded.succeeded, failed = excluded.failed,
      blocked = excluded.blocked, expired = excluded.expired, unknown = excluded.unknown,
      cancelled = excluded.cancelled, "costMicros" = excluded."costMicros",
      waiting = excluded.waiting, rendering = excluded.rendering, saving = excluded.saving,
      whole = excluded.whole`;
}

export async function findNewestHour(db: Db): Promise<Date | null> {
  const row = await db.opsHour.findFirst({ orderBy: { hour: 'desc' }, select: { hour: true } });
  return row?.hour ?? null;
}

/** When the first try-on ended; each state is asked for by its index. */
export async function findFirstEnd(db: Db): Promise<Date | null> {
  const first = await Promise.all(
    outcomes.map((state) =>
      db.tryOn.findFirst({
        where: { state, finishedAt: { not: null } },
        orderBy: { finishedAt: 'asc' },
        select: { finishedAt: true },
      }),
    ),
  );
  const times = first.flatMap((row) => (row?.finishedAt ? [row.finishedAt.getTime()] : []));
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** In order. */
export async function listHours(db: Db, since: Date): Promise<EndedHour[]> {
  // As text, since Prisma takes four times as long to make numbers of a month's arrays.
  const rows = await db.$queryRaw<
    ({ hour: Date; costMicros: bigint } & Record<Outcome, number> & Record<Stage, string>)[]
  >`
    SELECT hour, succeeded, failed, blocked, expired, unknown, cancelled, "costMicros",
      array_to_string(waiting, ' ') AS waiting, array_to_string(rendering, ' ') AS rendering,
      array_to_string(saving, ' ') AS saving, array_to_string(whole, ' ') AS whole
    FROM "OpsHour" WHERE hour >= ${since} ORDER BY hour`;
  return rows.map((row) => ({
    ...row,
    costMicros: Number(row.costMicros),
    waiting: readCounts(row.waiting),
    rendering: readCounts(row.rendering),
    saving: readCounts(row.saving),
    whole: readCounts(row.whole),
  }));
}

const readCounts = (text: string): number[] => (text === '' ? [] : text.split(' ').map(Number));

/** What was billed for what ended since each of these times. */
export async function sumSpend(db: Db, since: readonly Date[]): Promise<number[]> {
  return Promise.all(
    since.map(async (from) => {
      const { _sum } = await db.opsHour.aggregate({
        where: { hour: { gte: from } },
        _sum: { costMicros: true },
      });
      return Number(_sum.costMicros ?? 0);
    }),
  );
}

export async function deleteHoursBefore(db: Db, before: Date): Promise<void> {
  await db.opsHour.deleteMany({ where: { hour: { lt: before } } });
}

export async function putLastHour(db: Db, at: Date, ended: Ended): Promise<void> {
  const data = {
    ...ended,
    at,
    ...Object.fromEntries(stages.map((stage) => [stage, [...ended[stage]]])),
  } as Ended & { at: Date } & Record<Stage, number[]>;
  await db.opsLastHour.upsert({
    where: { id: LAST_HOUR },
    create: { id: LAST_HOUR, ...data },
    update: data,
    select: { id: true },
  });
}

export async function findLastHour(db: Db): Promise<Ended | null> {
  const row = await db.opsLastHour.findUnique({ where: { id: LAST_HOUR }, select: endedColumns });
  return row && { ...row, costMicros: Number(row.costMicros) };
}
