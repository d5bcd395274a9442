import 'server-only';
import { activeStates, finalStates } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import { ownedBy } from './own-try-ons.ts';
import { forgetShoppersWords } from './review-cases.ts';
import { announceTryOnChange } from './try-on-changes.ts';

/** A person's own try-ons as a collection: hearts, counts, and taking one or all of them out. */

const shown = (userId: string) => ({ ...ownedBy(userId), deletedAt: null });

/**
 * Sets or takes the heart of a look. Watchers hear of it like of any change, since the version
 * grows; a heart that is there already changes nothing.
 *
 * @returns what became of it: `absent` for somebody else's, `no_look` without a picture.
 */
export async function setLookFavourite(
  tx: Db,
  id: string,
  userId: string,
  favouriteAt: Date | null,
): Promise<'done' | 'absent' | 'no_look'> {
  const row = await tx.tryOn.findFirst({
    where: { id, ...shown(userId) },
    select: { state: true, resultMediaId: true },
  });
  if (!row) return 'absent';
  if (favouriteAt && (row.state !== 'succeeded' || !row.resultMediaId)) return 'no_look';
  const changed = await tx.tryOn.updateManyAndReturn({
    where: { id, ...shown(userId), favouriteAt: favouriteAt ? null : { not: null } },
    data: { favouriteAt, version: { increment: 1 } },
    select: { version: true },
  });
  for (const { version } of changed) await announceTryOnChange(tx, id, version);
  return 'done';
}

/** Hides it from its owner; null when there is no such try-on of theirs. */
export async function hideTryOn(tx: Db, id: string, userId: string, now: Date) {
  const rows = await tx.tryOn.updateManyAndReturn({
    where: { id, ...shown(userId) },
    data: { deletedAt: now },
    select: { resultMediaId: true },
  });
  if (rows[0]) await forgetShoppersWords(tx, [id]);
  return rows[0] ?? null;
}

/** By state, those with a picture and those with a heart. What was called off is not shown. */
export async function countOwnLooks(db: Db, userId: string) {
  const [byState, looks, favourites] = await Promise.all([
    db.tryOn.groupBy({ by: ['state'], where: shown(userId), _count: { _all: true } }),
    db.tryOn.count({
      where: { ...shown(userId), state: 'succeeded', resultMediaId: { not: null } },
    }),
    db.tryOn.count({
      where: { ...shown(userId), favouriteAt: { not: null }, resultMediaId: { not: null } },
    }),
  ]);
  const count = (...states: readonly string[]) =>
    byState
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { _count }) => sum + _count._all, 0);
  const waiting = count('queued');
  return {
    looks,
    favourites,
    others: count(...finalStates.filter((state) => state !== 'cancelled')) - looks,
    waiting,
    goingOn: count(...activeStates) - waiting,
  };
}

/** Those under way, as they stand now. */
export async function listOwnUnderWay(db: Db, userId: string) {
  return db.tryOn.findMany({
    where: { ...shown(userId), state: { in: [...activeStates] } },
    select: { id: true, state: true, createdAt: true },
  });
}

/** Hides all that had ended by `asOf`, and those just called off; gives what was hidden. */
export async function hideEndedTryOns(
  tx: Db,
  userId: string,
  { asOf, calledOff }: { asOf: Date; calledOff: string[] },
  now: Date,
) {
  const hidden = await tx.tryOn.updateManyAndReturn({
    where: {
      ...shown(userId),
      state: { in: [...finalStates] },
      OR: [{ finishedAt: { lte: asOf } }, { id: { in: calledOff } }],
    },
    data: { deletedAt: now },
    select: { id: true, state: true, resultMediaId: true },
  });
  await forgetShoppersWords(
    tx,
    hidden.map(({ id }) => id),
  );
  return hidden;
}

export interface OldLook {
  id: string;
  userId: string;
  mediaId: string;
  createdAt: Date;
}

/**
 * Looks of anybody that were made before `before`, the oldest first, from behind `after` on. From the
 * pictures: what is deleted has none, so old ones are few, and an index has the looks alone in their order.
 */
export async function findLooksMadeBefore(
  db: Db,
  { before, after }: { before: Date; after: OldLook | null },
  limit: number,
): Promise<OldLook[]> {
  const { createdAt, mediaId } = after ?? { createdAt: new Date(0), mediaId: '' };
  // Raw SQL: Prisma would begin with the try-ons, of which there are many more.
  return db.$queryRaw`
    SELECT t.id, t."userId", m.id AS "mediaId", m."createdAt"
    FROM "Media" m JOIN "TryOn" t ON t."resultMediaId" = m.id AND NOT t."forShop"
    WHERE m."storageKey" LIKE 'looks/%' AND m."createdAt" < ${before}
      AND (m."createdAt", m.id) > (${createdAt}, ${mediaId})
      AND m."erasureId" IS NULL AND m."deleteAfter" IS NULL
    ORDER BY m."createdAt", m.id LIMIT ${limit}`;
}

/** Hides looks whose time is over, with what was written about them. */
export async function hideLooks(tx: Db, ids: string[], now: Date): Promise<void> {
  await tx.tryOn.updateMany({
    where: { id: { in: ids }, deletedAt: null },
    data: { deletedAt: now },
  });
  await forgetShoppersWords(tx, ids);
}
