import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** How things stood, minute by minute. */

const sampleColumns = {
  minute: true,
  queued: true,
  oldestSeconds: true,
  underWay: true,
  nearHour: true,
  workers: true,
  tokens: true,
  credits: true,
  paused: true,
} as const;

export interface Sample {
  minute: Date;
  queued: number;
  oldestSeconds: number;
  underWay: number;
  nearHour: number;
  workers: number;
  tokens: number;
  credits: number | null;
  paused: boolean;
}

export const findNewestSample = (db: Db): Promise<Sample | null> =>
  db.opsSample.findFirst({ orderBy: { minute: 'desc' }, select: sampleColumns });

export async function hasSample(db: Db, minute: Date): Promise<boolean> {
  return (await db.opsSample.count({ where: { minute } })) > 0;
}

/** False when another process has noted this minute already. */
export async function addSample(db: Db, sample: Sample): Promise<boolean> {
  const { count } = await db.opsSample.createMany({ data: sample, skipDuplicates: true });
  return count === 1;
}

export async function noteCredits(db: Db, minute: Date, credits: number | null): Promise<void> {
  await db.opsSample.update({ where: { minute }, data: { credits }, select: { minute: true } });
}

export async function deleteSamplesBefore(db: Db, before: Date): Promise<void> {
  await db.opsSample.deleteMany({ where: { minute: { lt: before } } });
}

export interface SampleStep {
  start: Date;
  queued: number;
  oldestSeconds: number;
  credits: number | null;
}

/** The worst of each of these steps, in order; steps without any are left out. */
export async function listSampleSteps(
  db: Db,
  starts: readonly Date[],
  stepMs: number,
): Promise<SampleStep[]> {
  // A range of the index for each: grouping a month's minutes would sort them all.
  return db.$queryRaw<SampleStep[]>`
    SELECT start, worst.* FROM unnest(${[...starts]}::timestamp[]) AS start
    CROSS JOIN LATERAL (
      SELECT max(queued)::int AS queued, max("oldestSeconds")::int AS "oldestSeconds",
        min(credits) AS credits
      FROM "OpsSample"
      WHERE minute >= start AND minute < start + ${`${stepMs / 1000} seconds`}::interval
    ) AS worst
    WHERE worst.queued IS NOT NULL ORDER BY start`;
}

/**
 * What waits and what is under way just now. The oldest is the oldest of the shoppers': work in bulk
 * waits on purpose.
 */
export async function measureQueue(db: Db, now: Date, sentBefore: Date) {
  const [row] = await db.$queryRaw<
    { queued: number; oldestSeconds: number; underWay: number; nearHour: number }[]
  >`
    SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued,
      coalesce(greatest(0, extract(epoch FROM ${now}::timestamp
        - min("createdAt") FILTER (WHERE state = 'queued' AND lane = 'SHOPPER'))), 0)::int
        AS "oldestSeconds",
      count(*) FILTER (WHERE state <> 'queued')::int AS "underWay",
      count(*) FILTER (WHERE state IN ('running', 'saving') AND "submittedAt" <= ${sentBefore})::int
        AS "nearHour"
    FROM "TryOn" WHERE state IN ('queued', 'sending', 'running', 'saving')`;
  if (!row) throw new Error('An aggregate without groups has one row.');
  return row;
}
