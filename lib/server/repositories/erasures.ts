import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { ErasureCause, Prisma } from '#lib/server/generated/prisma/client.ts';

/**
 * Deletions of people's pictures, each with what became of it. A picture hangs on its deletion until the
 * storage has said that it is not there any more, and a deletion is done when nothing hangs on it.
 */

const receiptSelect = {
  id: true,
  cause: true,
  pictures: true,
  requestedAt: true,
  doneAt: true,
} satisfies Prisma.ErasureSelect;

export type ErasureRow = Prisma.ErasureGetPayload<{ select: typeof receiptSelect }>;

/** So long may a picture still be on its way to the storage after it was announced. */
const STILL_BEING_WRITTEN_MS = 2 * 60_000;

interface NewErasure {
  cause: ErasureCause;
  userId: string;
  mediaIds: string[];
  /** There is a receipt also where no picture was left to delete. */
  always?: boolean;
}

/**
 * Condemns these pictures, in the transaction of the change that takes them away: from its commit on
 * nobody sees them, by whatever link. What another deletion has already stays with that one.
 *
 * @returns the deletion's id; null when there is nothing to delete.
 */
export async function erasePictures(
  tx: Db,
  { cause, userId, mediaIds, always = false }: NewErasure,
  now: Date,
): Promise<string | null> {
  const free = { id: { in: mediaIds }, erasureId: null } satisfies Prisma.MediaWhereInput;
  if (!always && (await tx.media.count({ where: free })) === 0) return null;
  const { id } = await tx.erasure.create({
    data: { cause, userId, pictures: 0, requestedAt: now },
    select: { id: true },
  });
  // Bytes that are written just now would come back after they were deleted.
  const writing = await tx.media.updateMany({
    where: { ...free, deleteAfter: { gt: now } },
    data: {
      erasureId: id,
      deleteAfter: now,
      sweepAt: new Date(now.getTime() + STILL_BEING_WRITTEN_MS),
    },
  });
  const kept = await tx.media.updateMany({
    where: free,
    data: { erasureId: id, deleteAfter: now },
  });
  const pictures = writing.count + kept.count;
  await tx.erasure.update({
    where: { id },
    data: { pictures, doneAt: pictures === 0 ? now : null },
    select: { id: true },
  });
  return id;
}

/** Holds it to the end of the transaction: of several who delete its last pictures one comes last. */
export async function lockErasure(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Erasure" WHERE id = ${id} FOR NO KEY UPDATE`;
}

/** For whoever holds it. */
export async function finishErasure(tx: Db, id: string, now: Date): Promise<void> {
  await tx.erasure.updateMany({
    where: { id, doneAt: null, media: { none: {} } },
    data: { doneAt: now },
  });
}

export async function findErasure(db: Db, id: string): Promise<ErasureRow | null> {
  return db.erasure.findUnique({ where: { id }, select: receiptSelect });
}

/** The newest first. */
export async function listOwnErasures(
  db: Db,
  userId: string,
  limit: number,
): Promise<ErasureRow[]> {
  return db.erasure.findMany({
    where: { userId },
    orderBy: { id: 'desc' },
    take: limit,
    select: receiptSelect,
  });
}

/** Not done, and of these those asked for before `overdue`. */
export async function countOpenErasures(
  db: Db,
  overdue: Date,
): Promise<{ open: number; overdue: number }> {
  const [open, late] = await Promise.all([
    db.erasure.count({ where: { doneAt: null } }),
    db.erasure.count({ where: { doneAt: null, requestedAt: { lt: overdue } } }),
  ]);
  return { open, overdue: late };
}
