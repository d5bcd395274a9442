import 'server-only';
import type { RenderRun } from '#lib/contracts/render.ts';
import {
  type PauseCause,
  type RenderCounts,
  type RenderState,
  renderItemStates,
} from '#lib/domain/render-run.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** Runs that show garments on house models. The shop stands in every `where` that people ask with. */

const runSelect = {
  id: true,
  state: true,
  pausedBy: true,
  show: true,
  createdAt: true,
  endedAt: true,
  creator: { select: { name: true, email: true } },
} satisfies Prisma.RenderRunSelect;

type RunRow = Prisma.RenderRunGetPayload<{ select: typeof runSelect }>;

const toRun = (
  { creator, pausedBy, createdAt, endedAt, ...run }: RunRow,
  counts: RenderCounts,
): RenderRun => ({
  ...run,
  pausedBy: pausedBy as PauseCause | null,
  startedBy: creator && (creator.name ?? creator.email),
  createdAt: createdAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
  counts,
});

const noCounts = () => Object.fromEntries(renderItemStates.map((state) => [state, 0]));

/** Of each of these runs, how many of its pictures are where. */
export async function countRenders(db: Db, runIds: string[]): Promise<Map<string, RenderCounts>> {
  const counts = new Map(runIds.map((id) => [id, noCounts() as RenderCounts]));
  const rows = await db.renderItem.groupBy({
    by: ['runId', 'state'],
    where: { runId: { in: runIds } },
    _count: { _all: true },
  });
  for (const { runId, state, _count } of rows) {
    const ofRun = counts.get(runId);
    if (ofRun) ofRun[state] = _count._all;
  }
  return counts;
}

export async function findRenderRun(db: Db, shopId: string, id: string): Promise<RenderRun | null> {
  const row = await db.renderRun.findFirst({ where: { id, shopId }, select: runSelect });
  if (!row) return null;
  return withCounts(db, [row]).then(([run]) => run ?? null);
}

/** Newest first. Ids are UUID v7, so one column pages. */
export async function listRenderRuns(
  db: Db,
  shopId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<RenderRun[]> {
  const rows = await db.renderRun.findMany({
    where: { shopId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
    select: runSelect,
  });
  return withCounts(db, rows);
}

async function withCounts(db: Db, rows: RunRow[]): Promise<RenderRun[]> {
  const counts = await countRenders(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const ofRun = counts.get(row.id);
    return ofRun ? [toRun(row, ofRun)] : [];
  });
}

export async function createRenderRun(
  tx: Db,
  run: { shopId: string; creatorId: string; show: boolean },
  pairs: { garmentId: string; houseModelId: string }[],
): Promise<string> {
  const { id } = await tx.renderRun.create({ data: run, select: { id: true } });
  await tx.renderItem.createMany({
    data: pairs.map((pair, position) => ({ runId: id, position, ...pair })),
  });
  return id;
}

export interface RunToFeed {
  id: string;
  shopId: string;
  creatorId: string | null;
  state: RenderState;
  show: boolean;
  round: number;
}

/** Holds the run to the end of the transaction: whoever moves it comes one after the other. */
export async function lockRenderRun(tx: Db, id: string): Promise<RunToFeed | null> {
  await tx.$queryRaw`SELECT 1 FROM "RenderRun" WHERE id = ${id} FOR UPDATE`;
  return tx.renderRun.findUnique({
    where: { id },
    select: { id: true, shopId: true, creatorId: true, state: true, show: true, round: true },
  });
}

/** Those that a try-on was asked for by, each held like the one. */
export async function lockRunsOf(tx: Db, tryOnId: string): Promise<RunToFeed[]> {
  const rows = await tx.renderItem.findMany({
    where: { tryOnId },
    distinct: ['runId'],
    orderBy: { runId: 'asc' },
    select: { runId: true },
  });
  const runs: RunToFeed[] = [];
  for (const { runId } of rows) {
    const run = await lockRenderRun(tx, runId);
    if (run) runs.push(run);
  }
  return runs;
}

/** The caller holds it. */
export async function changeRenderRun(
  tx: Db,
  id: string,
  change: Prisma.RenderRunUncheckedUpdateManyInput & { pausedBy?: PauseCause | null },
): Promise<void> {
  await tx.renderRun.updateMany({ where: { id }, data: change });
}

/** Whether somebody may still ask for pictures in the name of the shop. */
export async function mayFeed(tx: Db, shopId: string, userId: string): Promise<boolean> {
  const inGood = { user: { suspendedAt: null }, shop: { suspendedAt: null } };
  const where = { shopId, userId, role: { not: 'VIEWER' }, ...inGood } as const;
  return (await tx.shopMember.count({ where })) > 0;
}
