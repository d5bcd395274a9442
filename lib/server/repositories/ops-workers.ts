import 'server-only';
import type { WorkerView } from '#lib/contracts/operations.ts';
import { WORKER_DEAD_MS } from '#lib/domain/operations.ts';
import type { Db } from '#lib/server/db.ts';

/** The processes that move try-ons, and when each was last heard of. */

export interface Beat {
  id: string;
  kind: 'inline' | 'apart';
  startedAt: Date;
}

export async function recordBeat(db: Db, beat: Beat, seenAt: Date): Promise<void> {
  await db.workerBeat.upsert({
    where: { id: beat.id },
    create: { ...beat, seenAt },
    update: { seenAt },
    select: { id: true },
  });
}

const aliveSince = (now: Date) => new Date(now.getTime() - WORKER_DEAD_MS);

export const countAlive = (db: Db, now: Date): Promise<number> =>
  db.workerBeat.count({ where: { seenAt: { gte: aliveSince(now) } } });

/** When any worker was heard of last; null where there never was one. */
export async function findLastBeat(db: Db): Promise<Date | null> {
  const row = await db.workerBeat.findFirst({
    orderBy: { seenAt: 'desc' },
    select: { seenAt: true },
  });
  return row?.seenAt ?? null;
}

/** Those alive, and those that died a short while ago. */
export async function listWorkers(db: Db, now: Date): Promise<WorkerView[]> {
  const rows = await db.workerBeat.findMany({
    orderBy: [{ seenAt: 'desc' }, { id: 'asc' }],
    take: 50,
    select: { id: true, kind: true, startedAt: true, seenAt: true },
  });
  return rows.map(({ id, kind, startedAt, seenAt }) => ({
    id,
    kind: kind === 'inline' ? 'inline' : 'apart',
    startedAt: startedAt.toISOString(),
    seenAt: seenAt.toISOString(),
    alive: seenAt >= aliveSince(now),
  }));
}

/** So long it is missed; afterwards it is taken for work that a scheduler does now. */
const MISSED_MS = 24 * 3_600_000;

/** Forgets the dead; but for the last one, which tells for a day since when there is none. */
export async function deleteBeatsBefore(db: Db, before: Date): Promise<void> {
  const last = await findLastBeat(db);
  if (!last) return;
  const missed = last < before && before.getTime() - last.getTime() < MISSED_MS;
  await db.workerBeat.deleteMany({ where: { seenAt: { lt: missed ? last : before } } });
}
