import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { finishErasure, lockErasure } from './erasures.ts';

/** Pictures whose time is over, on their way out of the storage. */

export interface CondemnedMedia {
  id: string;
  erasureId: string | null;
  /** Its own and those of its narrower copies. */
  storageKeys: string[];
}

/**
 * Claims some of those that are due, the longest condemned first: nobody else tries them meanwhile. The
 * claim is also the pause before the next try, twice as long after each, from half a minute to an hour:
 * what the storage will not delete does not come before everybody else's again and again.
 *
 * Raw SQL: Prisma cannot skip locked rows, nor set a column from another.
 */
export async function claimCondemned(
  db: Db,
  { limit, erasureId = null }: { limit: number; erasureId?: string | null },
  now: Date,
): Promise<CondemnedMedia[]> {
  return db.$queryRaw<CondemnedMedia[]>`
    UPDATE "Media" m SET
      "sweepTries" = m."sweepTries" + 1,
      "sweepAt" = ${now}::timestamp + least(interval '1 hour', interval '30 seconds' * 2 ^ least(m."sweepTries", 10))
    FROM (
      SELECT id FROM "Media"
      WHERE "deleteAfter" <= ${now} AND ("sweepAt" IS NULL OR "sweepAt" <= ${now})
        AND (${erasureId}::text IS NULL OR "erasureId" = ${erasureId})
      ORDER BY "deleteAfter" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ) due
    WHERE m.id = due.id
    RETURNING m.id, m."erasureId", array_prepend(m."storageKey",
      ARRAY(SELECT r."storageKey" FROM "MediaRendition" r WHERE r."mediaId" = m.id)) AS "storageKeys"`;
}

/** What was claimed and not tried is due at once, and no try. */
export async function giveBack(db: Db, claimed: CondemnedMedia[], now: Date): Promise<void> {
  const ids = claimed.map(({ id }) => id);
  await db.media.updateMany({
    where: { id: { in: ids } },
    data: { sweepTries: { decrement: 1 }, sweepAt: now },
  });
}

/**
 * Forgets a picture that the storage has no more. When it was the last of a deletion, that is done.
 */
export async function forgetMedia(
  tx: Db,
  { id, erasureId }: Pick<CondemnedMedia, 'id' | 'erasureId'>,
  now: Date,
): Promise<void> {
  if (erasureId) await lockErasure(tx, erasureId);
  await tx.photo.updateMany({ where: { mediaId: id }, data: { mediaId: null } });
  await tx.photo.updateMany({ where: { inputMediaId: id }, data: { inputMediaId: null } });
  await tx.tryOn.updateMany({ where: { resultMediaId: id }, data: { resultMediaId: null } });
  await tx.media.deleteMany({ where: { id } });
  if (erasureId) await finishErasure(tx, erasureId, now);
}
