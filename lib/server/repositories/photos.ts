import 'server-only';
import type { PhotoView } from '#lib/contracts/photo.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { pictureSelect, toPicture } from './media.ts';

const photoSelect = {
  id: true,
  createdAt: true,
  media: { select: pictureSelect },
} satisfies Prisma.PhotoSelect;

type PhotoRow = Prisma.PhotoGetPayload<{ select: typeof photoSelect }>;

const toPhoto = ({ id, createdAt, media }: PhotoRow): PhotoView | null =>
  media && { id, createdAt: createdAt.toISOString(), picture: toPicture(media) };

export async function listOwnPhotos(db: Db, userId: string, limit: number): Promise<PhotoView[]> {
  const rows = await db.photo.findMany({
    where: { userId, deletedAt: null },
    orderBy: { lastUsedAt: 'desc' },
    take: limit,
    select: photoSelect,
  });
  return rows.map(toPhoto).filter((photo) => photo !== null);
}

export async function createPhoto(
  tx: Db,
  photo: { userId: string; consentId: string; mediaId: string; inputMediaId: string },
): Promise<PhotoView> {
  const view = toPhoto(await tx.photo.create({ data: photo, select: photoSelect }));
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
  id: string,
  userId: string,
  now: Date,
): Promise<string[] | null> {
  const rows = await tx.photo.updateManyAndReturn({
    where: { id, userId, deletedAt: null },
    data: { deletedAt: now },
    select: { mediaId: true, inputMediaId: true },
  });
  const row = rows[0];
  return row ? [row.mediaId, row.inputMediaId].filter((mediaId) => mediaId !== null) : null;
}

export async function findConsent(db: Db, userId: string, version: string) {
  return db.consent.findFirst({
    where: { userId, version, withdrawnAt: null },
    select: { id: true },
  });
}

export async function recordConsent(
  tx: Db,
  consent: { userId: string; version: string; text: string },
): Promise<string> {
  const row = await tx.consent.create({ data: consent, select: { id: true } });
  return row.id;
}
