import 'server-only';
import {
  columnMapping,
  type ImportDetail,
  type ImportRun,
  sampleColumn,
} from '#lib/contracts/import.ts';
import type { ColumnMapping } from '#lib/domain/catalog/own-columns.ts';
import {
  afterFailure,
  IMPORT_KEPT_DAYS,
  type ImportState,
  importStates,
  isUnderWay,
  statesBefore,
} from '#lib/domain/import-run.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { countPublished, countUnchanged } from './import-items.ts';

const runSelect = {
  id: true,
  fileName: true,
  fileBytes: true,
  storageKey: true,
  format: true,
  state: true,
  failedIn: true,
  error: true,
  bytesRead: true,
  itemsRead: true,
  creates: true,
  updates: true,
  skips: true,
  errors: true,
  applied: true,
  conflicts: true,
  removed: true,
  archived: true,
  restored: true,
  kept: true,
  picturesWanted: true,
  picturesStored: true,
  picturesFailed: true,
  createdAt: true,
  appliedAt: true,
  undoneAt: true,
  creator: { select: { name: true, email: true } },
} satisfies Prisma.ImportRunSelect;

const detailSelect = { ...runSelect, sample: true, mapping: true } satisfies Prisma.ImportRunSelect;

type RunRow = Prisma.ImportRunGetPayload<{ select: typeof runSelect }>;

const DAY_MS = 86_400_000;

function toRun(row: RunRow): ImportRun {
  const { storageKey, creator, bytesRead, itemsRead, createdAt, appliedAt, undoneAt, ...rest } =
    row;
  const { picturesWanted, picturesStored, picturesFailed, ...run } = rest;
  return {
    ...run,
    startedBy: creator && (creator.name ?? creator.email),
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
    undoUntil: undoUntil(row)?.toISOString() ?? null,
    hasFile: storageKey !== null,
    partRead: run.fileBytes > 0 ? Math.min(1, bytesRead / run.fileBytes) : 0,
    items: itemsRead,
    pictures: { wanted: picturesWanted, stored: picturesStored, failed: picturesFailed },
  };
}

function undoUntil({ state, failedIn, applied, createdAt }: RunRow): Date | null {
  const stopped = state === 'failed' && failedIn !== null && afterFailure(failedIn).undo;
  if (applied === 0 || !(state === 'applied' || stopped)) return null;
  return new Date(createdAt.getTime() + IMPORT_KEPT_DAYS * DAY_MS);
}

/** Those that work, and those that wait for somebody to go on; the latest first. */
export async function listRunsUnderWay(
  db: Db,
  shopId: string,
  limit: number,
): Promise<ImportRun[]> {
  const rows = await db.importRun.findMany({
    where: { shopId, state: { in: importStates.filter(isUnderWay) } },
    orderBy: { id: 'desc' },
    take: limit,
    select: runSelect,
  });
  return rows.map(toRun);
}

export async function createRun(
  tx: Db,
  run: { shopId: string; creatorId: string; fileName: string; storageKey: string },
): Promise<string> {
  const { id } = await tx.importRun.create({ data: run, select: { id: true } });
  return id;
}

export async function deleteRun(db: Db, id: string): Promise<void> {
  await db.importRun.deleteMany({ where: { id } });
}

export async function findRun(db: Db, shopId: string, id: string): Promise<ImportDetail | null> {
  const row = await db.importRun.findFirst({ where: { id, shopId }, select: detailSelect });
  if (!row) return null;
  const { sample, mapping, ...run } = row;
  // Whoever watches a run asks often: what nothing can come of is not counted.
  const [inColours, publishes, heldBack, unchanged] = await Promise.all([
    run.state === 'ready' ? countInColours(db, id) : 0,
    run.state === 'ready' && run.creates > 0 ? countPublished(db, id) : 0,
    run.state === 'applied' ? countHeldBack(db, id) : 0,
    run.skips > 0 ? countUnchanged(db, id) : 0,
  ]);
  return {
    ...toRun(run),
    sample: sampleColumn.array().nullable().parse(sample),
    mapping: columnMapping.nullable().parse(mapping),
    inColours,
    publishes,
    heldBack,
    unchanged,
  };
}

/** Raw: Prisma cannot count what differs inside of a JSON. */
async function countInColours(db: Db, runId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "ImportItem" WHERE "runId" = ${runId} AND item->>'style' IS NOT NULL
      GROUP BY item->>'style' HAVING count(*) > 1) AS products`;
  return row?.count ?? 0;
}

/** As `isOffered` says. Raw: an item knows its garment by its id only. */
async function countHeldBack(db: Db, runId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM "ImportItem" i JOIN "Garment" g ON g.id = i."garmentId"
    WHERE i."runId" = ${runId} AND i.outcome = 'APPLIED' AND g.status = 'ACTIVE'
      AND g.category IS NOT NULL AND g.readiness = 'NOT_READY' AND g."pinnedImageId" IS NULL`;
  return row?.count ?? 0;
}

/** Newest first. Ids are UUID v7, so one column pages. */
export async function listRuns(
  db: Db,
  shopId: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<ImportRun[]> {
  const rows = await db.importRun.findMany({
    where: { shopId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
    select: runSelect,
  });
  return rows.map(toRun);
}

const workSelect = {
  id: true,
  shopId: true,
  creatorId: true,
  fileName: true,
  fileBytes: true,
  storageKey: true,
  format: true,
  mapping: true,
  state: true,
  failedIn: true,
  itemsRead: true,
  applied: true,
  createdAt: true,
  shop: { select: { currency: true, suspendedAt: true } },
} satisfies Prisma.ImportRunSelect;

type WorkRow = Prisma.ImportRunGetPayload<{ select: typeof workSelect }>;

export type RunToWork = Omit<WorkRow, 'mapping'> & { mapping: ColumnMapping | null };

const toWork = (row: WorkRow): RunToWork => ({
  ...row,
  mapping: columnMapping.nullable().parse(row.mapping),
});

/** What working on it needs to know. */
export async function findRunToWork(db: Db, id: string): Promise<RunToWork | null> {
  const row = await db.importRun.findUnique({ where: { id }, select: workSelect });
  return row && toWork(row);
}

/** The same for somebody of its shop. */
export async function findShopRunToWork(
  db: Db,
  shopId: string,
  id: string,
): Promise<RunToWork | null> {
  const row = await db.importRun.findFirst({ where: { id, shopId }, select: workSelect });
  return row && toWork(row);
}

/**
 * Holds the run to the end of the transaction, so that two who work on it come one after the other.
 * Raw, because Prisma has no row locks.
 */
export async function lockRun(tx: Db, id: string): Promise<RunToWork | null> {
  await tx.$queryRaw`SELECT 1 FROM "ImportRun" WHERE id = ${id} FOR UPDATE`;
  return findRunToWork(tx, id);
}

type RunChange = Prisma.ImportRunUncheckedUpdateManyInput;

/** @returns false when it is in a state that this one does not follow. */
export async function moveRun(
  tx: Db,
  id: string,
  to: ImportState,
  change: RunChange = {},
): Promise<boolean> {
  const { count } = await tx.importRun.updateMany({
    where: { id, state: { in: statesBefore(to) } },
    data: { ...change, state: to },
  });
  return count === 1;
}

/** Notes how far it is. The caller holds the run. */
export async function noteProgress(tx: Db, id: string, change: RunChange): Promise<void> {
  await tx.importRun.updateMany({ where: { id }, data: change });
}

/** Stops where it is, with a sentence for people. Nothing for one that does not work any more. */
export async function failRun(db: Db, id: string, error: string): Promise<void> {
  const run = await findRunToWork(db, id);
  if (!run) return;
  await db.importRun.updateMany({
    where: { id, state: run.state, AND: { state: { in: statesBefore('failed') } } },
    data: { state: 'failed', failedIn: run.state, error },
  });
}

/** How the shop mapped the columns of its own files, the latest first. */
export async function listMappings(db: Db, shopId: string): Promise<ColumnMapping[]> {
  const rows = await db.importRun.findMany({
    where: { shopId, mapping: { not: 'DbNull' }, state: { in: ['ready', 'applied', 'undone'] } },
    orderBy: { id: 'desc' },
    take: 20,
    select: { mapping: true },
  });
  const mappings = rows.map(({ mapping }) => columnMapping.safeParse(mapping).data);
  return mappings.filter((mapping) => mapping !== undefined);
}
