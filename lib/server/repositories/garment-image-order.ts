import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { condemnMedia, keepMedia, mediaUrl } from './media.ts';
import { refreshReadiness } from './picture-readiness.ts';

/** The pictures of a garment, brought into an order that a file or an earlier state asks for. */

export const knownImageSelect = {
  id: true,
  mediaId: true,
  inputMediaId: true,
  alt: true,
  sourceUrl: true,
} satisfies Prisma.GarmentImageSelect;

type ImageRow = Prisma.GarmentImageGetPayload<{ select: typeof knownImageSelect }>;

export interface KnownImage extends ImageRow {
  /** Where it came from, or where it can be seen: what files call it. */
  url: string;
}

export const toKnownImage = (row: ImageRow, toUrl: (path: string) => string): KnownImage => ({
  ...row,
  url: row.sourceUrl ?? toUrl(mediaUrl(row.mediaId)),
});

export interface WantedImage {
  url: string;
  alt: string;
  /** Of one that the garment has not: null when it could not be had. */
  media:
    | (Pick<ImageRow, 'mediaId' | 'inputMediaId' | 'sourceUrl'> & {
        /** Without, it is looked at in the background. */
        readiness?: Prisma.InputJsonObject;
      })
    | null;
}

/** Out of the way of all places while the pictures change theirs. */
const ASIDE = 1_000_000;

/**
 * Gives a garment these pictures in this order. Rows that are there already stay the same rows, since
 * looks refer to them; for the same reason one that a try-on was made with is put last and not
 * removed.
 *
 * @param others what becomes of pictures that are not among the wanted.
 * @param forgetAfter until then the media of removed pictures can be brought back.
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
  const gone = others === 'remove' ? await removable(tx, surplus) : [];
  const goneIds = new Set(gone.map(({ id }) => id));
  await tx.garmentImage.deleteMany({ where: { id: { in: [...goneIds] } } });
  await tx.garmentImage.updateMany({
    where: { garmentId },
    data: { position: { increment: ASIDE } },
  });

  const known = new Map(images.map((image) => [image.url, image]));
  let position = 0;
  for (const { url, alt, media } of wanted) {
    const image = known.get(url);
    if (image) {
      await tx.garmentImage.update({
        where: { id: image.id },
        data: { alt, position },
        select: { id: true },
      });
    } else if (media) {
      await keepMedia(tx, [media.mediaId, media.inputMediaId]);
      await tx.garmentImage.create({
        data: { garmentId, ...media, alt, position },
        select: { id: true },
      });
    } else continue;
    position += 1;
  }
  for (const { id } of surplus) {
    if (goneIds.has(id)) continue;
    await tx.garmentImage.update({ where: { id }, data: { position }, select: { id: true } });
    position += 1;
  }
  const left = gone.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]);
  await condemnUnused(tx, left, forgetAfter);
  await refreshReadiness(tx, garmentId);
  return position;
}

async function removable(tx: Db, images: KnownImage[]): Promise<KnownImage[]> {
  if (images.length === 0) return [];
  const used = await tx.tryOn.findMany({
    where: { garmentImageId: { in: images.map(({ id }) => id) } },
    distinct: ['garmentImageId'],
    select: { garmentImageId: true },
  });
  const usedIds = new Set(used.map(({ garmentImageId }) => garmentImageId));
  return images.filter(({ id }) => !usedIds.has(id));
}

/** A picture may hang on several garments; only what hangs on none is left over. */
export async function condemnUnused(tx: Db, mediaIds: string[], after: Date): Promise<void> {
  const images = await tx.garmentImage.findMany({
    where: { OR: [{ mediaId: { in: mediaIds } }, { inputMediaId: { in: mediaIds } }] },
    select: { mediaId: true, inputMediaId: true },
  });
  const used = new Set(images.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]));
  await condemnMedia(
    tx,
    mediaIds.filter((id) => !used.has(id)),
    after,
  );
}

/** The same picture from the same address that a garment of the shop has already. */
export async function findSamePicture(
  db: Db,
  shopId: string,
  sourceUrl: string,
  sha256: string,
): Promise<{ mediaId: string; inputMediaId: string } | null> {
  return db.garmentImage.findFirst({
    where: { sourceUrl, garment: { shopId }, media: { sha256 } },
    select: { mediaId: true, inputMediaId: true },
  });
}

/** Which of these pictures are still in the store. */
export async function findStoredMedia(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await db.media.findMany({ where: { id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
