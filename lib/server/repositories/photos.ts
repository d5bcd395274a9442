import 'server-only';
import type { PhotoView } from '#lib/contracts/photo.ts';
import { photoKeptUntil, type Retention } from '#lib/domain/retention.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { pictureSelect, toPicture } from './media.ts';

const photoSelect = {
  id: true,
  createdAt: true,
  lastUsedAt: true,
  media: { select: pictureSelect },
  user: { select: { isGuest: true, seenAt: true } },
} satisfies Prisma.PhotoSelect;

type PhotoRow = Prisma.PhotoGetPayload<{ select: typeof photoSelect }>;

const toPhoto = (
  { id, createdAt, lastUsedAt, media, user }: PhotoRow,
  retention: Retention,
): PhotoView | null =>
  media && {
    id,
    createdAt: createdAt.toISOString(),
    keptUntil: photoKeptUntil(lastUsedAt, user, retention).toISOString(),
    picture: toPicture(media),
  };

export async function listOwnPhotos(
  db: Db,
  userId: string,
  retention: Retention,
  limit: number,
): Promise<PhotoView[]> {
  const rows = await db.photo.findMany({
    where: { userId, deletedAt: null },
    orderBy: { lastUsedAt: 'desc' },
    take: limit,
    select: photoSelect,
  });
  return rows.map((row) => toPhoto(row, retention)).filter((photo) => photo !== null);
}

export async function createPhoto(
  tx: Db,
  photo: {
    userId: string;
    consentId: string;
    mediaId: string;
    inputMediaId: string;
    lastUsedAt: Date;
  },
  retention: Retention,
): Promise<PhotoView> {
  const view = toPhoto(await tx.photo.create({ data: photo, select: photoSelect }), retention);
  if (!view) throw new Error('A new photo has no picture.');
  return view;
}

/** For a try-on: only one's own, and only while it still has its picture. */
export async function findUsablePhoto(db: Db, id: string, userId: string) {
  return db.photo.findFirst({
    where: {
      id,
      userId,
      deletedAt: null,
      inputMediaId: { not: null },
      consent: { withdrawnAt: null },
    },
    select: { id: true },
  });
}

export async function touchPhoto(tx: Db, id: string, now: Date): Promise<void> {
  await tx.photo.update({ where: { id }, data: { lastUsedAt: now }, select: { id: true } });
}

/** The ids of its pictures, to be deleted with it; null when there is no such photo of theirs. */
export async function markPhotoDeleted(
  tx: Db,
  { id, userId, unusedSince }: { id: string; userId: string; unusedSince?: Date },
  now: Date,
): Promise<string[] | null> {
  const rows = await tx.photo.updateManyAndReturn({
    where: {
      id,
      userId,
      deletedAt: null,
      ...(unusedSince ? { lastUsedAt: { lt: unusedSince } } : {}),
    },
    data: { deletedAt: now },
    select: { mediaId: true, inputMediaId: true },
  });
  const row = rows[0];
  return row ? picturesOf([row]) : null;
}

/** The ids of the pictures of all of them, to be deleted with them. */
export async function markAllPhotosDeleted(tx: Db, userId: string, now: Date): Promise<string[]> {
  const rows = await tx.photo.updateManyAndReturn({
    where: { userId, deletedAt: null },
    data: { deletedAt: now },
    select: { mediaId: true, inputMediaId: true },
  });
  return picturesOf(rows);
}

const picturesOf = (rows: { mediaId: string | null; inputMediaId: string | null }[]): string[] =>
  rows
    .flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId])
    .filter((mediaId) => mediaId !== null);

export interface UnusedPhoto {
  id: string;
  userId: string;
  lastUsedAt: Date;
}

/** Photos that nobody has used since `before`, the longest first, from behind `after` on. */
export async function findPhotosUnusedSince(
  db: Db,
  { before, after }: { before: Date; after: UnusedPhoto | null },
  limit: number,
): Promise<UnusedPhoto[]> {
  return db.photo.findMany({
    where: {
      deletedAt: null,
      lastUsedAt: { lt: before },
      ...(after
        ? {
            OR: [
              { lastUsedAt: { gt: after.lastUsedAt } },
              { lastUsedAt: after.lastUsedAt, id: { gt: after.id } },
            ],
          }
        : {}),
    },
    orderBy: [{ lastUsedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    select: { id: true, userId: true, lastUsedAt: true },
  });
}
