import 'server-only';
import type { GarmentImageView } from '#lib/contracts/garment.ts';
import type { RenderItemState } from '#lib/domain/render-run.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { modelLookWords } from '#lib/words/model-looks.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';
import { holdGarment, refreshReadiness } from './picture-readiness.ts';

/** Garments on house models, as their shops had them made. */

/**
 * The look of this pair, made if there is none yet. The caller holds the garment's row, so no other
 * take of it is asked for meanwhile.
 */
export async function openModelLook(tx: Db, garmentId: string, houseModelId: string) {
  const pair = { garmentId, houseModelId };
  return tx.modelLook.upsert({
    where: { garmentId_houseModelId: pair },
    create: pair,
    update: {},
    select: {
      id: true,
      mediaId: true,
      outdated: true,
      tryOn: { select: { id: true, state: true } },
    },
  });
}

/** @param shown left out, it stays as it is. */
export async function expectTake(
  tx: Db,
  id: string,
  take: { tryOnId: string; shown?: true },
): Promise<void> {
  await tx.modelLook.update({ where: { id }, data: take, select: { id: true } });
}

export async function showModelLook(tx: Db, id: string): Promise<void> {
  await tx.modelLook.update({ where: { id }, data: { shown: true }, select: { id: true } });
}

/** Puts the picture of a take in its place, unless another was asked for since. */
export async function hangModelLook(
  tx: Db,
  { id, garmentImageId }: { id: string; garmentImageId: string },
  mediaId: string,
): Promise<void> {
  const look = await tx.modelLook.findUnique({
    where: { tryOnId: id },
    select: { garmentId: true },
  });
  if (!look) return;
  // The garment comes first, as for all who change both.
  await holdGarment(tx, look.garmentId);
  await tx.modelLook.updateMany({
    where: { tryOnId: id },
    data: { mediaId, imageId: garmentImageId },
  });
  // It may have another picture by now.
  await refreshReadiness(tx, look.garmentId);
}

/**
 * An admin had a take made once more: whatever waited for the first waits for that one. The caller holds
 * its runs and its garment.
 */
export async function followRetry(tx: Db, tryOnId: string, retryId: string): Promise<void> {
  await moveTake(tx, { from: tryOnId, to: retryId, state: 'under_way' });
}

/** The retry was called off: all of it stands as after the first, which had failed. */
export async function unfollowRetry(tx: Db, tryOnId: string, retryId: string): Promise<void> {
  await moveTake(tx, { from: retryId, to: tryOnId, state: 'failed' });
}

async function moveTake(
  tx: Db,
  { from, to, state }: { from: string; to: string; state: RenderItemState },
): Promise<void> {
  const where = { tryOnId: from };
  await tx.modelLook.updateMany({ where, data: { tryOnId: to } });
  await tx.renderItem.updateMany({ where, data: { tryOnId: to, state } });
}

/** @returns false when there is no picture of this pair. */
export async function setModelLook(
  tx: Db,
  pair: { garmentId: string; houseModelId: string },
  change: { shown?: boolean; imageId?: string },
): Promise<boolean> {
  const { count } = await tx.modelLook.updateMany({
    where: { ...pair, mediaId: { not: null } },
    data: change,
  });
  return count === 1;
}

/** By the house model's slug. */
export async function findModelLooks(db: Db, garmentId: string) {
  const rows = await db.modelLook.findMany({
    where: { garmentId },
    select: {
      shown: true,
      outdated: true,
      media: { select: publicPictureSelect },
      houseModel: { select: { slug: true } },
      tryOn: {
        select: {
          id: true,
          state: true,
          lane: true,
          waitingReason: true,
          errorClass: true,
          createdAt: true,
        },
      },
    },
  });
  return new Map(rows.map((row) => [row.houseModel.slug, row]));
}

/** What shoppers see. */
const onShow = {
  shown: true,
  outdated: false,
  mediaId: { not: null },
  houseModel: { active: true },
} satisfies Prisma.ModelLookWhereInput;

const shownSelect = {
  garmentId: true,
  garment: { select: { title: true } },
  houseModel: { select: { name: true } },
  media: { select: publicPictureSelect },
} satisfies Prisma.ModelLookSelect;

type ShownRow = Prisma.ModelLookGetPayload<{ select: typeof shownSelect }>;

const toShown = ({ media, garment, houseModel }: ShownRow): GarmentImageView[] =>
  media
    ? [
        {
          ...toPublicPicture(media),
          alt: modelLookWords.alt(garment.title, houseModel.name),
          rendered: true,
        },
      ]
    : [];

/** Those on a garment's page, in the order of the house models. */
export async function findShownLooks(db: Db, garmentId: string): Promise<GarmentImageView[]> {
  const rows = await db.modelLook.findMany({
    where: { ...onShow, garmentId },
    orderBy: { houseModel: { position: 'asc' } },
    select: shownSelect,
  });
  return rows.flatMap(toShown);
}

/** One for each of these garments that has any. */
export async function findFirstLooks(
  db: Db,
  garmentIds: string[],
): Promise<Map<string, GarmentImageView>> {
  if (garmentIds.length === 0) return new Map();
  const rows = await db.modelLook.findMany({
    where: { ...onShow, garmentId: { in: garmentIds } },
    orderBy: { houseModel: { position: 'desc' } },
    select: shownSelect,
  });
  return new Map(rows.flatMap((row) => toShown(row).map((look) => [row.garmentId, look])));
}
