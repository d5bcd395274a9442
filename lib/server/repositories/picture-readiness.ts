import 'server-only';
import { readStoredMeasures } from '#lib/contracts/picture-readiness.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Readiness } from '#lib/domain/garment-status.ts';
import { pictureForTryOn } from '#lib/domain/picture-for-try-on.ts';
import {
  judgePicture,
  MEASURES_VERSION,
  type PictureVerdict,
} from '#lib/domain/picture-readiness.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** What judging a garment's pictures needs of it. */
export const judgedSelect = {
  category: true,
  pinnedImageId: true,
  images: { select: { id: true, readiness: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.GarmentSelect;

interface JudgedRow {
  category: GarmentCategory | null;
  pinnedImageId: string | null;
  images: { id: string; readiness: Prisma.JsonValue }[];
}

/** Null for a picture that nobody has looked at, and where there is nothing to try on. */
export function verdictOf(
  readiness: Prisma.JsonValue,
  category: GarmentCategory | null,
): PictureVerdict | null {
  const measured = readStoredMeasures(readiness);
  return measured && category && judgePicture(measured, category);
}

/** The picture that is sent for a try-on; null without pictures. */
export function sentPictureOf({ category, pinnedImageId, images }: JudgedRow): {
  id: string;
  verdict: PictureVerdict | null;
} | null {
  const judged = images.map(({ id, readiness }) => {
    const verdict = verdictOf(readiness, category);
    return { id, verdict, readiness: verdict?.readiness ?? null };
  });
  return pictureForTryOn(judged, pinnedImageId);
}

/** To the end of the transaction. Others may refer to it meanwhile: nobody's try-on waits. */
export async function holdGarment(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Garment" WHERE id = ${id} FOR NO KEY UPDATE`;
}

/**
 * Brings `Garment.readiness` in step with the picture that is sent, and so what is out of date of the
 * looks on house models. To be called in the transaction of every change of a garment's pictures,
 * their order, its pin or its category.
 */
export async function refreshReadiness(tx: Db, garmentId: string): Promise<void> {
  // Of two who change a garment at once the second waits here, and then sees what the first did.
  await holdGarment(tx, garmentId);
  const garment = await tx.garment.findUnique({
    where: { id: garmentId },
    select: { ...judgedSelect, readiness: true, updatedAt: true },
  });
  if (!garment) return;
  const sent = sentPictureOf(garment)?.id ?? null;
  await tx.$executeRaw`
    UPDATE "ModelLook" SET outdated = "imageId" IS DISTINCT FROM ${sent}
    WHERE "garmentId" = ${garmentId} AND "mediaId" IS NOT NULL
      AND outdated <> ("imageId" IS DISTINCT FROM ${sent})`;
  const readiness = readinessOf(garment);
  if (readiness === garment.readiness) return;
  await tx.garment.update({
    where: { id: garmentId },
    // A look at a picture is no change of the merchant's.
    data: { readiness, updatedAt: garment.updatedAt },
    select: { id: true },
  });
}

/** Nothing stands in the way of what is only looked at. */
function readinessOf(garment: JudgedRow): Readiness {
  const sent = sentPictureOf(garment);
  if (sent && !garment.category) return 'READY';
  return sent?.verdict?.readiness ?? 'NO_PICTURE';
}

export interface UnmeasuredImage {
  id: string;
  garmentId: string;
  storageKey: string;
  width: number;
  height: number;
}

/**
 * Pictures that nobody looked at, or in an older way; in the order of their ids. Raw, because Prisma's
 * `not` leaves out the rows that have nothing in the column.
 */
export async function findUnmeasuredImages(
  db: Db,
  after: string | null,
  limit: number,
): Promise<UnmeasuredImage[]> {
  return db.$queryRaw<UnmeasuredImage[]>`
    SELECT i.id, i."garmentId", m."storageKey", m.width, m.height
    FROM "GarmentImage" i JOIN "Media" m ON m.id = i."mediaId"
    WHERE i."garmentId" IS NOT NULL
      AND i.readiness->>'version' IS DISTINCT FROM ${String(MEASURES_VERSION)}
      AND i.id > ${after ?? ''}
    ORDER BY i.id
    LIMIT ${limit}`;
}

export async function saveMeasures(
  tx: Db,
  image: { id: string; garmentId: string | null },
  readiness: Prisma.InputJsonObject,
): Promise<void> {
  await tx.garmentImage.updateMany({ where: { id: image.id }, data: { readiness } });
  if (image.garmentId) await refreshReadiness(tx, image.garmentId);
}
