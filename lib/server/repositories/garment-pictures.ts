import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** The pictures of one garment, whose row the caller holds (`touchGarment`, `updateGarment`). */

/** More than a garment has pictures. */
const OUT_OF_THE_WAY = 1_000;

export async function listPictureIds(tx: Db, garmentId: string): Promise<string[]> {
  const rows = await tx.garmentImage.findMany({
    where: { garmentId },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** @param ids all of the garment's. */
export async function orderPictures(tx: Db, garmentId: string, ids: readonly string[]) {
  // No two may stand in one place, not even on their way to others.
  await tx.garmentImage.updateMany({
    where: { garmentId },
    data: { position: { decrement: OUT_OF_THE_WAY } },
  });
  for (const [position, id] of ids.entries()) {
    await tx.garmentImage.update({ where: { id }, data: { position }, select: { id: true } });
  }
}

export async function setPictureAlt(tx: Db, garmentId: string, id: string, alt: string) {
  await tx.garmentImage.updateMany({ where: { id, garmentId }, data: { alt } });
}

/**
 * Takes it from the garment. Its place is remembered, and so is that it was chosen for try-ons.
 *
 * @returns false when it is none of the garment's.
 */
export async function removePicture(
  tx: Db,
  garmentId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.garmentImage.updateMany({
    where: { id, garmentId },
    data: { garmentId: null, removedFromId: garmentId, removedAt: now },
  });
  return count === 1;
}

/**
 * Puts back what was taken away since then, in the place where it was.
 *
 * @returns false when it is not there any more.
 */
export async function restorePicture(
  tx: Db,
  garmentId: string,
  id: string,
  since: Date,
): Promise<boolean> {
  const removed = await tx.garmentImage.findFirst({
    where: { id, removedFromId: garmentId, removedAt: { gte: since } },
    select: { position: true },
  });
  if (!removed) return false;
  const ids = await listPictureIds(tx, garmentId);
  const before = await tx.garmentImage.count({
    where: { garmentId, position: { lt: removed.position } },
  });
  await tx.garmentImage.update({
    where: { id },
    data: {
      garmentId,
      removedFromId: null,
      removedAt: null,
      position: OUT_OF_THE_WAY - 1,
    },
    select: { id: true },
  });
  await orderPictures(tx, garmentId, ids.toSpliced(before, 0, id));
  return true;
}

/**
 * Forgets pictures that were taken away before then and that no try-on refers to.
 *
 * @returns their media.
 */
export async function forgetRemovedPictures(tx: Db, before: Date, limit: number) {
  const rows = await tx.$queryRaw<{ mediaId: string; inputMediaId: string }[]>`
    DELETE FROM "GarmentImage" WHERE id IN (
      SELECT image.id FROM "GarmentImage" image
      WHERE image."removedAt" < ${before}
        AND NOT EXISTS (SELECT 1 FROM "TryOn" WHERE "garmentImageId" = image.id)
      ORDER BY image."removedAt" LIMIT ${limit})
    RETURNING "mediaId", "inputMediaId"`;
  return rows.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]);
}

/** Those of the media that nothing shows any more are left to be swept. */
export async function condemnUnshown(tx: Db, mediaIds: string[], now: Date): Promise<void> {
  await tx.media.updateMany({
    where: {
      id: { in: mediaIds },
      garmentPictures: { none: {} },
      garmentInputs: { none: {} },
      models: { none: {} },
      modelInputs: { none: {} },
      modelLooks: { none: {} },
    },
    data: { deleteAfter: now },
  });
}
