import 'server-only';
import type { BulkView } from '#lib/contracts/bulk-retry.ts';
import { type CaseFilter, readCaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { isFinal, type TryOnState } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { BulkRetryState, Prisma } from '#lib/server/generated/prisma/client.ts';
import { caseWhere } from './case-filter.ts';
import { retryableSelect, toRetryable } from './try-on-retries.ts';

/** Cases that are retried in bulk. */

const candidateSelect = {
  id: true,
  tryOnId: true,
  status: true,
  errorClass: true,
  appeal: true,
  tryOn: { select: retryableSelect },
} satisfies Prisma.ReviewCaseSelect;

/** The cases of a question, the oldest first, with what says whether they can be retried. */
export async function listCandidates(
  db: Db,
  { filter, me, limit }: { filter: CaseFilter; me: string; limit: number },
  now: Date,
) {
  const rows = await db.reviewCase.findMany({
    where: caseWhere(filter, me, now),
    orderBy: { id: 'asc' },
    take: limit,
    select: candidateSelect,
  });
  return rows.map(({ tryOn, ...row }) => ({ ...row, tryOn: toRetryable(tryOn) }));
}

/** One of them, as it stands now. */
export async function findCandidate(db: Db, tryOnId: string) {
  const row = await db.reviewCase.findUnique({ where: { tryOnId }, select: candidateSelect });
  return row && { ...row, tryOn: toRetryable(row.tryOn) };
}

export async function countCandidates(
  db: Db,
  { filter, me }: { filter: CaseFilter; me: string },
  now: Date,
): Promise<number> {
  return db.reviewCase.count({ where: caseWhere(filter, me, now) });
}

interface NewBulk {
  creatorId: string;
  query: string;
  perMinute: number;
  alsoMaybePaid: boolean;
}

/** With one item for each try-on, in this order; those with a reason are left out from the start. */
export async function createBulk(
  tx: Db,
  { creatorId, query, perMinute, alsoMaybePaid }: NewBulk,
  items: readonly { tryOnId: string; reason: string | null }[],
  now: Date,
): Promise<string> {
  const { id } = await tx.bulkRetry.create({
    data: { creatorId, perMinute, filter: { query, alsoMaybePaid }, createdAt: now },
    select: { id: true },
  });
  await tx.bulkRetryItem.createMany({
    data: items.map(({ tryOnId, reason }, position) => ({
      bulkId: id,
      position,
      tryOnId,
      ...(reason ? { state: 'left_out' as const, reason } : {}),
    })),
  });
  return id;
}

/** Holds it to the end of the transaction. */
export async function lockBulk(tx: Db, id: string) {
  await tx.$queryRaw`SELECT id FROM "BulkRetry" WHERE id = ${id} FOR UPDATE`;
  const row = await tx.bulkRetry.findUnique({
    where: { id },
    select: { id: true, creatorId: true, perMinute: true, state: true, round: true, filter: true },
  });
  return row && { ...row, filter: filterOf(row.filter) };
}

export async function changeBulk(
  tx: Db,
  id: string,
  change: { state?: BulkRetryState; round?: number; endedAt?: Date },
): Promise<void> {
  await tx.bulkRetry.update({ where: { id }, data: change, select: { id: true } });
}

export async function nextWaiting(tx: Db, bulkId: string) {
  return tx.bulkRetryItem.findFirst({
    where: { bulkId, state: 'waiting' },
    orderBy: { position: 'asc' },
    select: { position: true, tryOnId: true },
  });
}

export async function changeItem(
  tx: Db,
  bulkId: string,
  position: number,
  change: { state: 'retried'; retryId: string } | { state: 'left_out'; reason: string },
): Promise<void> {
  await tx.bulkRetryItem.update({
    where: { bulkId_position: { bulkId, position } },
    data: change,
    select: { position: true },
  });
}

const bulkSelect = {
  id: true,
  filter: true,
  perMinute: true,
  state: true,
  createdAt: true,
  endedAt: true,
  creator: { select: { name: true, email: true } },
} satisfies Prisma.BulkRetrySelect;

type BulkRow = Prisma.BulkRetryGetPayload<{ select: typeof bulkSelect }>;

interface ItemCount {
  bulkId: string;
  state: 'waiting' | 'retried' | 'left_out';
  reason: string | null;
  retryState: TryOnState | null;
  count: number;
}

function toView(row: BulkRow, counts: readonly ItemCount[]): BulkView {
  const sum = (which: (one: ItemCount) => boolean) =>
    counts.filter(which).reduce((all, { count }) => all + count, 0);
  const retried = (which: (state: TryOnState | null) => boolean) =>
    sum(({ state, retryState }) => state === 'retried' && which(retryState));
  const leftOut: Record<string, number> = {};
  for (const { state, reason, count } of counts) {
    if (state !== 'left_out') continue;
    const why = reason ?? 'deleted';
    leftOut[why] = (leftOut[why] ?? 0) + count;
  }
  return {
    id: row.id,
    by: row.creator && (row.creator.name ?? row.creator.email),
    query: filterOf(row.filter).query,
    perMinute: row.perMinute,
    state: row.state,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    waiting: sum(({ state }) => state === 'waiting'),
    retried: sum(({ state }) => state === 'retried'),
    leftOut,
    outcomes: {
      underWay: retried((state) => state !== null && !isFinal(state)),
      succeeded: retried((state) => state === 'succeeded'),
      cancelled: retried((state) => state === 'cancelled'),
      without: retried(
        (state) =>
          state === null || (isFinal(state) && state !== 'succeeded' && state !== 'cancelled'),
      ),
    },
  };
}

/** Read back like an address: what it does not know any more it leaves out. */
function filterOf(value: unknown): { query: string; alsoMaybePaid: boolean } {
  const { query = '', alsoMaybePaid = false } = (value ?? {}) as {
    query?: string;
    alsoMaybePaid?: boolean;
  };
  const asked = readCaseQuery(Object.fromEntries(new URLSearchParams(query)));
  return { query: writeCaseQuery(asked), alsoMaybePaid };
}

async function countItems(db: Db, ids: string[]): Promise<ItemCount[]> {
  // Prisma does not group by a column of another table.
  return db.$queryRaw<ItemCount[]>`
    SELECT item."bulkId", item.state::text AS state, item.reason, retry.state::text AS "retryState",
      count(*)::int AS count
    FROM "BulkRetryItem" AS item LEFT JOIN "TryOn" AS retry ON retry.id = item."retryId"
    WHERE item."bulkId" = ANY(${ids}) GROUP BY 1, 2, 3, 4`;
}

async function withCounts(db: Db, rows: readonly BulkRow[]): Promise<BulkView[]> {
  const ids = rows.map(({ id }) => id);
  const counts = ids.length > 0 ? await countItems(db, ids) : [];
  return rows.map((row) =>
    toView(
      row,
      counts.filter(({ bulkId }) => bulkId === row.id),
    ),
  );
}

/** The newest first. */
export async function listBulks(db: Db, limit: number): Promise<BulkView[]> {
  const rows = await db.bulkRetry.findMany({
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: bulkSelect,
  });
  return withCounts(db, rows);
}

export async function findBulk(db: Db, id: string): Promise<BulkView | null> {
  const row = await db.bulkRetry.findUnique({ where: { id }, select: bulkSelect });
  return row && ((await withCounts(db, [row]))[0] ?? null);
}

/** What a try-on that was billed has cost lately, in millionths. */
export async function findUsualCost(db: Db): Promise<number | null> {
  const row = await db.tryOn.findFirst({
    where: { state: 'succeeded', costMicros: { not: null } },
    orderBy: { finishedAt: 'desc' },
    select: { costMicros: true },
  });
  return row?.costMicros ?? null;
}
