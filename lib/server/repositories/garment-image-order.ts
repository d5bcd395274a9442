import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { condemnUnshown, removePicture } from './garment-pictures.ts';
import { keepMedia, mediaUrl } from './media.ts';
import { refreshReadiness } from './picture-readiness.ts';

/** The pictures of a garment, brought into an order that a file or an earlier state asks for. */

export const knownImageSelect = {
  id: true,
  mediaId: true,
  inputMediaId: true,
  alt: true,
  sourceUrl: true,
  pinnedBy: { select: { id: true } },
} satisfies Prisma.GarmentImageSelect;

type ImageRow = Prisma.GarmentImageGetPayload<{ select: typeof knownImageSelect }>;

export interface KnownImage extends Omit<ImageRow, 'pinnedBy'> {
  /** Where it came from, or where it can be seen: what files call it. */
  url: string;
  /** The merchant's own choice for try-ons. */
  isPinned: boolean;
}

export const toKnownImage = (
  { pinnedBy, ...row }: ImageRow,
  toUrl: (path: string) => string,
): KnownImage => ({
  ...row,
  url: row.sourceUrl ?? toUrl(mediaUrl(row.mediaId)),
  isPinned: pinnedBy !== null,
});

export interface ImageMedia extends Pick<ImageRow, 'mediaId' | 'inputMediaId' | 'sourceUrl'> {
  /** What was measured on it; without, it is looked at in the background. */
  readiness?: Prisma.InputJsonObject;
}

export interface WantedImage {
  url: string;
  alt: string;
  /** Of one that the garment has not: null when it could not be had. */
  media: ImageMedia | null;
}

/** Out of the way of all places while the pictures change theirs. */
const ASIDE = 1_000_000;

/**
 * Gives a garment these pictures in this order. Rows that are there already stay the same rows, and
 * one that was taken away comes back as the row that it was, since looks refer to them.
 *
 * @param others what becomes of pictures that are not among the wanted.
 * @param forgetAfter until then the files of removed pictures are kept.
 * @returns how many pictures it has.
 */
export async function orderImages(
  tx: Db,
  garmentId: string,
  images: KnownImage[],
  wanted: WantedImage[],
  { others, forgetAfter }: { others: 'keep' | 'remove'; forgetAfter: Date },
): Promise<number> {
  const urls = new Set(wanted.map(({ url }) => url));
  const surplus = images.filter(({ url }) => !urls.has(url));
  if (others === 'remove') await removeImages(tx, garmentId, surplus, forgetAfter);
  await tx.garmentImage.updateMany({
    where: { garmentId },
    data: { position: { increment: ASIDE } },
  });

  const known = new Map(images.map((image) => [image.url, image]));
  let position = 0;
  for (const { url, alt, media } of wanted) {
    const image = known.get(url);
    if (image) await place(tx, image.id, { alt, position });
    else if (media) await hang(tx, garmentId, media, { alt, position });
    else continue;
    position += 1;
  }
  for (const image of others === 'keep' ? surplus : []) {
    await place(tx, image.id, { alt: image.alt, position });
    position += 1;
  }
  await refreshReadiness(tx, garmentId);
  return position;
}

/** Makes the garment's picture of this file the merchant's choice for try-ons; none if it has none. */
export async function pinImage(tx: Db, garmentId: string, mediaId: string): Promise<void> {
  const image = await tx.garmentImage.findFirst({
    where: { garmentId, mediaId },
    select: { id: true },
  });
  await tx.garment.update({
    where: { id: garmentId },
    data: { pinnedImageId: image?.id ?? null },
    select: { id: true },
  });
}

async function place(tx: Db, id: string, at: { alt: string; position: number }): Promise<void> {
  await tx.garmentImage.update({ where: { id }, data: at, select: { id: true } });
}

async function hang(
  tx: Db,
  garmentId: string,
  media: ImageMedia,
  at: { alt: string; position: number },
): Promise<void> {
  await keepMedia(tx, [media.mediaId, media.inputMediaId]);
  const removed = await tx.garmentImage.findFirst({
    where: { removedFromId: garmentId, mediaId: media.mediaId },
    select: { id: true },
  });
  if (removed) {
    const back = { garmentId, removedFromId: null, removedAt: null };
    await tx.garmentImage.update({
      where: { id: removed.id },
      data: { ...at, ...back },
      select: { id: true },
    });
    return;
  }
  await tx.garmentImage.create({ data: { garmentId, ...media, ...at }, select: { id: true } });
}

/** What a look was made with is taken away like by hand; of the others only the files are kept. */
async function removeImages(
  tx: Db,
  garmentId: string,
  images: KnownImage[],
  forgetAfter: Date,
): Promise<void> {
  if (images.length === 0) return;
  const looks = await tx.tryOn.findMany({
    where: { garmentImageId: { in: images.map(({ id }) => id) } },
    distinct: ['garmentImageId'],
    select: { garmentImageId: true },
  });
  const used = new Set(looks.map(({ garmentImageId }) => garmentImageId));
  for (const { id } of images) {
    if (used.has(id)) await removePicture(tx, garmentId, id, new Date());
  }
  const gone = images.filter(({ id }) => !used.has(id));
  await tx.garmentImage.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await condemnUnshown(
    tx,
    gone.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]),
    forgetAfter,
  );
}

/** The same picture from the same address that a garment of the shop has already. */
export async function findSamePicture(
  db: Db,
  shopId: string,
  sourceUrl: string,
  sha256: string,
): Promise<Omit<ImageMedia, 'sourceUrl'> | null> {
  const row = await db.garmentImage.findFirst({
    where: { sourceUrl, garment: { shopId }, media: { sha256 } },
    select: { mediaId: true, inputMediaId: true, readiness: true },
  });
  // Measures are an object, whatever their version.
  return row && { ...row, readiness: (row.readiness ?? undefined) as ImageMedia['readiness'] };
}

/** Which of these pictures are still in the store. */
export async function findStoredMedia(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await db.media.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
