import 'server-only';
import { activeStates } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { ownedBy } from './own-try-ons.ts';
import { forgetShoppersWords } from './review-cases.ts';

/**
 * Try-ons whose person wants nothing of them any more: `deletedAt` is set. What waits is not sent then;
 * what the provider has is paid for and goes to its end, but its picture is not fetched, or, where that
 * was already done, condemned in the very transition that would have shown it.
 *
 * Their versions stay: the worker that holds one writes what the provider answered all the same.
 */

const of = (userId: string, madeOf: MadeOf): Prisma.TryOnWhereInput => ({
  ...ownedBy(userId),
  deletedAt: null,
  ...(madeOf === 'all' ? {} : { photoId: madeOf === 'photos' ? { not: null } : madeOf.photoId }),
});

/** Of any picture, of the person's photos, of one of them. Outfits are of the photo under them. */
type MadeOf = 'all' | 'photos' | { photoId: string };

/** Those under way. @returns their ids. */
export async function discardUnderWay(
  tx: Db,
  userId: string,
  madeOf: MadeOf,
  now: Date,
): Promise<string[]> {
  const rows = await tx.tryOn.updateManyAndReturn({
    where: { ...of(userId, madeOf), state: { in: [...activeStates] } },
    data: { deletedAt: now },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Those that have ended, with what their person wrote about them. @returns their pictures. */
export async function discardEnded(
  tx: Db,
  userId: string,
  madeOf: MadeOf,
  now: Date,
): Promise<string[]> {
  const rows = await tx.tryOn.updateManyAndReturn({
    where: of(userId, madeOf),
    data: { deletedAt: now },
    select: { id: true, resultMediaId: true },
  });
  await forgetShoppersWords(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ resultMediaId }) => resultMediaId).filter((id) => id !== null);
}

export async function isDiscarded(db: Db, id: string): Promise<boolean> {
  return (await db.tryOn.count({ where: { id, deletedAt: { not: null }, forShop: false } })) === 1;
}
