import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { isShown, shownSelect } from './shown-garments.ts';

export async function listSlugsOfFavourites(db: Db, userId: string): Promise<string[]> {
  const rows = await db.favourite.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { garment: { select: { slug: true } } },
  });
  return rows.map(({ garment }) => garment.slug);
}

/** Ids of the garments, the latest favourite first, and whether they are still in the shop. */
export async function listFavouriteGarments(db: Db, userId: string) {
  const rows = await db.favourite.findMany({
    where: { userId },
    orderBy: { createdAt: 'desc' },
    select: { garment: { select: { id: true, slug: true, ...shownSelect } } },
  });
  return rows.map(({ garment }) => ({
    id: garment.id,
    slug: garment.slug,
    inShop: isShown(garment),
  }));
}

/** How many there are beside this garment. */
export async function countOtherFavourites(
  db: Db,
  userId: string,
  garmentId: string,
): Promise<number> {
  return db.favourite.count({ where: { userId, garmentId: { not: garmentId } } });
}

/** Nothing happens when it is one already. */
export async function addFavourite(db: Db, userId: string, garmentId: string): Promise<void> {
  await db.favourite.createMany({ data: [{ userId, garmentId }], skipDuplicates: true });
}

export async function removeFavourite(db: Db, userId: string, slug: string): Promise<void> {
  await db.favourite.deleteMany({ where: { userId, garment: { slug } } });
}

/** Part of a guest's move to an account; what both had liked stays once. */
export async function moveFavourites(tx: Db, fromId: string, toId: string): Promise<void> {
  const rows = await tx.favourite.findMany({
    where: { userId: fromId },
    select: { garmentId: true, createdAt: true },
  });
  await tx.favourite.createMany({
    data: rows.map((row) => ({ ...row, userId: toId })),
    skipDuplicates: true,
  });
  await tx.favourite.deleteMany({ where: { userId: fromId } });
}
