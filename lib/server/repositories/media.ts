import 'server-only';
import type { Picture } from '#lib/contracts/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** What a view needs to show a picture. */
export const pictureSelect = { id: true, width: true, height: true } satisfies Prisma.MediaSelect;

type PictureRow = Prisma.MediaGetPayload<{ select: typeof pictureSelect }>;

export const mediaUrl = (mediaId: string, width?: number) =>
  width === undefined ? `/api/media/${mediaId}` : `/api/media/${mediaId}?w=${width}`;

export const toPicture = ({ id, width, height }: PictureRow): Picture => ({
  url: mediaUrl(id),
  width,
  height,
});

export const publicPictureSelect = {
  ...pictureSelect,
  renditions: { select: { width: true }, orderBy: { width: 'asc' } },
} satisfies Prisma.MediaSelect;

type PublicPictureRow = Prisma.MediaGetPayload<{ select: typeof publicPictureSelect }>;

export const toPublicPicture = (row: PublicPictureRow) => ({
  ...toPicture(row),
  sources: row.renditions.map(({ width }) => ({ url: mediaUrl(row.id, width), width })),
});

const storedSelect = {
  id: true,
  visibility: true,
  ownerId: true,
  storageKey: true,
  contentType: true,
  bytes: true,
  sha256: true,
  width: true,
  height: true,
  renditions: { select: { width: true, storageKey: true, bytes: true } },
} satisfies Prisma.MediaSelect;

export type StoredMedia = Prisma.MediaGetPayload<{ select: typeof storedSelect }>;

/** A picture whose time is over looks absent even before its bytes are gone. */
const alive = (now: Date) => ({ OR: [{ deleteAfter: null }, { deleteAfter: { gt: now } }] });

export async function findPublicMedia(db: Db, id: string, now: Date): Promise<StoredMedia | null> {
  return db.media.findFirst({
    where: { id, visibility: 'PUBLIC', ...alive(now) },
    select: storedSelect,
  });
}

export async function findOwnMedia(
  db: Db,
  id: string,
  ownerId: string,
  now: Date,
): Promise<StoredMedia | null> {
  return db.media.findFirst({ where: { id, ownerId, ...alive(now) }, select: storedSelect });
}

/** For the provider and for admins who have said why: their right to it is a signed link. */
export async function findMediaByLink(db: Db, id: string, now: Date) {
  return db.media.findFirst({ where: { id, ...alive(now) }, select: storedSelect });
}

export interface NewMedia {
  visibility: 'PUBLIC' | 'PRIVATE';
  ownerId: string | null;
  storageKey: string;
  contentType: string;
  sha256: string;
  bytes: number;
  width: number;
  height: number;
  renditions?: {
    width: number;
    height: number;
    bytes: number;
    storageKey: string;
  }[];
}

/**
 * Notes a picture before its bytes are written. Until `keepMedia` it counts as left over and is
 * swept after `deleteAfter`, so a crash in between leaves no picture that nobody knows of.
 */
export async function announceMedia(db: Db, media: NewMedia, deleteAfter: Date): Promise<string> {
  const { renditions = [], ...data } = media;
  const row = await db.media.create({
    data: { ...data, deleteAfter, renditions: { create: renditions } },
    select: { id: true },
  });
  return row.id;
}

export async function keepMedia(db: Db, ids: string[]): Promise<void> {
  await db.media.updateMany({ where: { id: { in: ids } }, data: { deleteAfter: null } });
}

export async function condemnMedia(db: Db, ids: string[], now: Date): Promise<void> {
  await db.media.updateMany({ where: { id: { in: ids } }, data: { deleteAfter: now } });
}

export async function findCondemnedMedia(db: Db, now: Date, limit: number) {
  return db.media.findMany({
    where: { deleteAfter: { lte: now } },
    orderBy: { deleteAfter: 'asc' },
    take: limit,
    select: storedSelect,
  });
}

export async function forgetMedia(db: Db, id: string): Promise<void> {
  await db.photo.updateMany({ where: { mediaId: id }, data: { mediaId: null } });
  await db.photo.updateMany({ where: { inputMediaId: id }, data: { inputMediaId: null } });
  await db.tryOn.updateMany({ where: { resultMediaId: id }, data: { resultMediaId: null } });
  await db.media.deleteMany({ where: { id } });
}
