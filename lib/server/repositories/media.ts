import 'server-only';
import type { Picture } from '#lib/contracts/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';

/** What a view needs to show a picture. */
export const pictureSelect = { id: true, width: true, height: true } satisfies Prisma.MediaSelect;

export type PictureRow = Prisma.MediaGetPayload<{ select: typeof pictureSelect }>;

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

export type PublicPictureRow = Prisma.MediaGetPayload<{ select: typeof publicPictureSelect }>;

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

/**
 * A picture whose time is over looks absent even before its bytes are gone, and one that somebody deleted
 * also where this machine's clock is behind.
 */
const alive = (now: Date) =>
  ({
    erasureId: null,
    OR: [{ deleteAfter: null }, { deleteAfter: { gt: now } }],
  }) satisfies Prisma.MediaWhereInput;

export async function findPublicMedia(db: Db, id: string, now: Date): Promise<StoredMedia | null> {
  return db.media.findFirst({
    where: { id, visibility: 'PUBLIC', ...alive(now) },
    select: storedSelect,
  });
}

/** Everybody's, and the viewer's own. */
export async function findVisibleMedia(
  db: Db,
  id: string,
  viewerId: string,
  now: Date,
): Promise<StoredMedia | null> {
  const visible = { OR: [{ visibility: 'PUBLIC' as const }, { ownerId: viewerId }] };
  return db.media.findFirst({ where: { id, AND: [visible, alive(now)] }, select: storedSelect });
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

/** Where a picture lies, and how large it is. */
export type PictureBytes = Pick<StoredMedia, 'storageKey' | 'width' | 'height'>;

/** Several at once, by id, without their narrower copies. */
export async function findMediaByLinks(
  db: Db,
  ids: string[],
  now: Date,
): Promise<Map<string, PictureBytes>> {
  const rows = await db.media.findMany({
    where: { id: { in: ids }, ...alive(now) },
    select: { id: true, storageKey: true, width: true, height: true },
  });
  return new Map(rows.map(({ id, ...picture }) => [id, picture]));
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
  if (renditions.length === 0) {
    // One statement: with something hung on it, it takes four.
    const [row] = await db.media.createManyAndReturn({
      data: [{ ...data, deleteAfter }],
      select: { id: true },
    });
    if (row) return row.id;
  }
  const row = await db.media.create({
    data: { ...data, deleteAfter, renditions: { create: renditions } },
    select: { id: true },
  });
  return row.id;
}

/** @returns how many there still are to keep: what was deleted meanwhile is not. */
export async function keepMedia(db: Db, ids: string[]): Promise<number> {
  const kept = await db.media.updateMany({
    where: { id: { in: ids }, erasureId: null },
    data: { deleteAfter: null },
  });
  return kept.count;
}

/** Whether the bytes that were just written are still wanted. */
export async function isWanted(db: Db, id: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    ${kept} SELECT 1 FROM "Media" WHERE id = ${id} AND "erasureId" IS NULL`;
  return rows.length === 1;
}

/** All of a person's: what is kept, and what is being written just now. */
export async function listMediaOf(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db.media.findMany({
    where: { ownerId, erasureId: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** How many looks of a person there are to be seen, and when the first and the last were made. */
export async function summariseLooksKept(db: Db, ownerId: string) {
  const { _count, _min, _max } = await db.media.aggregate({
    where: {
      ownerId,
      visibility: 'PRIVATE',
      erasureId: null,
      results: { some: { deletedAt: null, forShop: false } },
    },
    _count: true,
    _min: { createdAt: true },
    _max: { createdAt: true },
  });
  const [first, last] = [_min.createdAt, _max.createdAt];
  return first && last ? { count: _count, first, last } : null;
}

/** Of a person's photos, those that nothing was made of yet. */
export async function listPhotosBeingWritten(db: Db, ownerId: string): Promise<string[]> {
  const rows = await db.media.findMany({
    where: {
      ownerId,
      erasureId: null,
      deleteAfter: { not: null },
      OR: [{ storageKey: { startsWith: 'photos/' } }, { storageKey: { startsWith: 'inputs/' } }],
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Those of these storage keys that a picture, one of its narrower copies or a shop's file has. */
export async function findKnownKeys(db: Db, keys: string[]): Promise<string[]> {
  const among = { where: { storageKey: { in: keys } }, select: { storageKey: true } };
  const rows = await Promise.all([
    db.media.findMany(among),
    db.mediaRendition.findMany(among),
    db.importRun.findMany(among),
  ]);
  return rows.flatMap((found) => found.map(({ storageKey }) => storageKey ?? ''));
}
