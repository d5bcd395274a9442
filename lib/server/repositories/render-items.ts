import 'server-only';
import type { RenderDetail } from '#lib/contracts/render.ts';
import type { RenderItemState, RenderReason } from '#lib/domain/render-run.ts';
import { isFinal, needsReview } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';
import { asErrorClass } from './own-try-ons.ts';

/** The pictures of a run, each a garment on a house model. */

export async function nextWaiting(tx: Db, runId: string, limit: number) {
  return tx.renderItem.findMany({
    where: { runId, state: 'waiting' },
    orderBy: { position: 'asc' },
    take: limit,
    select: {
      position: true,
      garmentId: true,
      houseModelId: true,
      takes: true,
      tryOnId: true,
      houseModel: { select: { active: true } },
    },
  });
}

/** The caller holds the run. */
export async function changeItem(
  tx: Db,
  runId: string,
  position: number,
  change: {
    state: RenderItemState;
    tryOnId?: string | null;
    takes?: { increment: number };
    reason?: RenderReason;
  },
): Promise<void> {
  await tx.renderItem.updateMany({ where: { runId, position }, data: change });
}

/** Notes what became of the try-ons that have ended. The caller holds the run. */
export async function settleItems(tx: Db, runId: string): Promise<void> {
  const rows = await tx.renderItem.findMany({
    where: { runId, state: 'under_way' },
    select: {
      position: true,
      takes: true,
      tryOn: { select: { state: true, requestId: true } },
    },
  });
  for (const { position, takes, tryOn } of rows) {
    // Gone with whoever asked for it: nobody knows whether it was paid for.
    if (!tryOn) await changeItem(tx, runId, position, { state: 'failed' });
    else if (tryOn.state === 'cancelled') {
      await changeItem(tx, runId, position, { state: 'waiting', tryOnId: null });
    } else if (needsReview(tryOn.state)) {
      await changeItem(tx, runId, position, { state: 'failed' });
    } else if (isFinal(tryOn.state)) {
      // Without a request of its own it was a copy; without a take of this run's, somebody else's.
      const paid = tryOn.requestId !== null && takes > 0;
      await changeItem(tx, runId, position, { state: paid ? 'made' : 'found' });
    }
  }
}

/** Try-ons of the run that wait in the queue. */
export async function listQueued(tx: Db, runId: string): Promise<string[]> {
  const rows = await tx.renderItem.findMany({
    // One that somebody waits for at the screen is not the run's to call off.
    where: { runId, state: 'under_way', tryOn: { state: 'queued', lane: 'BULK' } },
    select: { tryOnId: true },
  });
  return rows.flatMap(({ tryOnId }) => tryOnId ?? []);
}

/** @returns how many will be asked for once more. */
export async function repeatFailed(tx: Db, runId: string): Promise<number> {
  const { count } = await tx.renderItem.updateMany({
    where: { runId, state: 'failed' },
    data: { state: 'waiting' },
  });
  return count;
}

const pairSelect = {
  position: true,
  reason: true,
  garment: { select: { id: true, title: true, colour: true } },
  houseModel: { select: { name: true } },
  tryOn: { select: { errorClass: true, resultMedia: { select: publicPictureSelect } } },
} satisfies Prisma.RenderItemSelect;

type PairRow = Prisma.RenderItemGetPayload<{ select: typeof pairSelect }>;

const toPair = ({ position, garment, houseModel }: PairRow) => ({
  position,
  garment,
  model: houseModel.name,
});

const LISTED = 50;
const NEWEST = 12;

/** What a run's page tells of its pictures. */
export async function describeItems(
  db: Db,
  runId: string,
): Promise<
  Pick<RenderDetail, 'newest' | 'failed' | 'leftOut' | 'models'> & { costMicros: number }
> {
  const list = (state: RenderItemState) =>
    db.renderItem.findMany({
      where: { runId, state },
      orderBy: { position: 'asc' },
      take: LISTED,
      select: pairSelect,
    });
  const [newest, failed, leftOut, models, [cost]] = await Promise.all([
    db.renderItem.findMany({
      where: { runId, state: { in: ['made', 'found'] }, tryOn: { resultMediaId: { not: null } } },
      orderBy: { tryOn: { finishedAt: 'desc' } },
      take: NEWEST,
      select: pairSelect,
    }),
    list('failed'),
    list('left_out'),
    db.houseModel.findMany({
      where: { renderItems: { some: { runId } } },
      orderBy: { position: 'asc' },
      select: { name: true },
    }),
    db.$queryRaw<{ micros: number }[]>`
      SELECT coalesce(sum(t."costMicros"), 0)::int AS micros
      FROM "RenderItem" i JOIN "TryOn" t ON t.id = i."tryOnId"
      WHERE i."runId" = ${runId} AND i.state = 'made'`,
  ]);
  return {
    newest: newest.flatMap((row) =>
      row.tryOn?.resultMedia
        ? [{ ...toPair(row), picture: toPublicPicture(row.tryOn.resultMedia) }]
        : [],
    ),
    failed: failed.map((row) => ({
      ...toPair(row),
      problem: asErrorClass(row.tryOn?.errorClass ?? null),
    })),
    leftOut: leftOut.map((row) => ({ ...toPair(row), reason: row.reason as RenderReason | null })),
    models: models.map(({ name }) => name),
    costMicros: cost?.micros ?? 0,
  };
}
