import 'server-only';
import { activeStates } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { erasePictures } from './erasures.ts';
import { keepMedia } from './media.ts';
import { ownedBy } from './own-try-ons.ts';
import { forgetProviderTexts } from './provider-texts.ts';
import { forgetShoppersWords } from './review-cases.ts';

/**
 * Try-ons whose person wants nothing of them any more: `deletedAt` is set. What waits is not sent then;
 * what the provider has is paid for and goes to its end, but its picture is not fetched, or, where that
 * was already done, condemned in the very transition that would have shown it.
 *
 * Their versions stay: the worker that holds one writes what the provider answered all the same.
 */

const AT_ONCE = 500;

const allOf = (userId: string, madeOf: MadeOf): Prisma.TryOnWhereInput => ({
  ...ownedBy(userId),
  ...(madeOf === 'all' ? {} : { photoId: madeOf === 'photos' ? { not: null } : madeOf.photoId }),
});

const of = (userId: string, madeOf: MadeOf): Prisma.TryOnWhereInput => ({
  ...allOf(userId, madeOf),
  deletedAt: null,
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

/**
 * What others wrote about them, the provider and the admins, goes as well, also of those that their person
 * had deleted before.
 */
export async function forgetOthersWords(
  tx: Db,
  userId: string,
  madeOf: 'all' | 'photos',
): Promise<void> {
  const tryOn = allOf(userId, madeOf);
  const rows = await tx.tryOn.findMany({
    where: {
      ...tryOn,
      OR: [{ providerText: { not: null } }, { reviewCase: { notes: { some: {} } } }],
    },
    select: { id: true },
  });
  await tx.caseNote.deleteMany({ where: { case: { tryOn } } });
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    const some = rows.slice(first, first + AT_ONCE);
    await forgetProviderTexts(
      tx,
      some.map(({ id }) => id),
    );
  }
}

/**
 * Also one that was asked for anew, by somebody else than its person, in the very moment of a deletion, and
 * so has no mark: of a closed account, or of a photo that was deleted since. What is made over a look whose
 * photo had gone before is nothing of the kind.
 */
export async function isDiscarded(db: Db, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    ${kept} SELECT 1 FROM "TryOn" t WHERE id = ${id} AND ${isDiscardedSql}`;
  return rows.length > 0;
}

/** The same of the row `t`. Raw SQL: Prisma cannot compare columns of two tables. */
export const isDiscardedSql = Prisma.sql`(NOT t."forShop" AND (t."deletedAt" IS NOT NULL
  OR EXISTS (SELECT FROM "User" u WHERE u.id = t."userId" AND u."closedAt" IS NOT NULL)
  OR EXISTS (SELECT FROM "Photo" p WHERE p.id = t."photoId" AND p."deletedAt" >= t."createdAt")))`;

/** Its person deletes and closes nothing until the transaction ends, and others send for her meanwhile. */
export async function holdPersonOf(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`
    ${kept} SELECT 1 FROM "TryOn" t JOIN "User" u ON u.id = t."userId" WHERE t.id = ${id} FOR SHARE OF u`;
}

/** The look of a discarded one, whose bytes were written all the same. @returns the deletion. */
export async function eraseLateLook(
  tx: Db,
  { id, mediaId }: { id: string; mediaId: string },
  now: Date,
): Promise<string | null> {
  // Whose it is now: a guest may have become an account since the claim.
  const { userId } = await tx.tryOn.findUniqueOrThrow({ where: { id }, select: { userId: true } });
  // It is written, so nothing comes after the deletion.
  await keepMedia(tx, [mediaId]);
  return erasePictures(tx, { cause: 'look', userId, mediaIds: [mediaId] }, now);
}
