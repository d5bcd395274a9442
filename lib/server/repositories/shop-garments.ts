import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { refreshReadiness } from './picture-readiness.ts';

/** Garments as the shop's own people see them. The shop stands in every `where`. */

/** What a change of it needs to know. */
export async function findGarmentToChange(db: Db, shopId: string, id: string) {
  return db.garment.findFirst({
    where: { id, shopId },
    select: {
      id: true,
      status: true,
      title: true,
      currency: true,
      _count: { select: { images: true } },
    },
  });
}

/** Columns of it that are written as they are. */
export type GarmentColumns = Pick<
  Prisma.GarmentUncheckedUpdateManyInput,
  | 'title'
  | 'description'
  | 'category'
  | 'colour'
  | 'material'
  | 'productType'
  | 'tags'
  | 'priceMinor'
  | 'sizeChart'
  | 'pinnedImageId'
>;

export interface VariantColumns {
  id: string;
  size: string;
  sku: string;
  barcode: string;
  externalId: string | null;
  priceMinor: number | null;
  stock: number;
}

/**
 * Makes a draft under an id of the caller's.
 *
 * @returns false when the id is taken.
 */
export async function createGarment(
  tx: Db,
  garment: Prisma.GarmentCreateManyInput & { id: string },
): Promise<boolean> {
  const { count } = await tx.garment.createMany({ data: garment, skipDuplicates: true });
  return count === 1;
}

/**
 * Writes these columns and counts the version up, if it is still the one that was read.
 *
 * @returns false when somebody else was there first.
 */
export async function updateGarment(
  tx: Db,
  shopId: string,
  { id, version }: { id: string; version: number },
  columns: GarmentColumns,
): Promise<boolean> {
  const { count } = await tx.garment.updateMany({
    where: { id, shopId, version },
    data: { ...columns, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Counts the version up for a change that overwrites nothing of anybody's, such as one more picture.
 * Holds the garment's row to the end of the transaction.
 *
 * @returns false when there is no such garment in the shop.
 */
export async function touchGarment(tx: Db, shopId: string, id: string): Promise<boolean> {
  const { count } = await tx.garment.updateMany({
    where: { id, shopId },
    data: { version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Makes these its sizes, in this order. A row is known by its id, and a new one that is called like
 * one of the garment's is that one: what lies in bags stays what it is when a size is renamed.
 */
export async function setVariants(
  tx: Db,
  garmentId: string,
  variants: readonly VariantColumns[],
  now: Date,
): Promise<void> {
  const known = await tx.garmentVariant.findMany({
    where: { garmentId },
    select: { ...variantColumns, position: true, retiredAt: true },
  });
  const named = new Set(variants.map(({ id }) => id));
  const kept = new Map(
    variants.flatMap((variant) => {
      const same =
        known.find(({ id }) => id === variant.id) ??
        known.find(({ id, size }) => size === variant.size && !named.has(id));
      return same ? [[variant, same] as const] : [];
    }),
  );
  const keptIds = new Set([...kept.values()].map(({ id }) => id));
  const others = known.filter(({ id }) => !keptIds.has(id));
  const wanted = new Set(variants.map(({ size }) => size));
  // Off the list, and kept for the bags that they are in; but a name is one variant's only.
  const [inTheWay, retired] = [
    others.filter(({ size }) => wanted.has(size)),
    others.filter(({ size }) => !wanted.has(size)),
  ].map((rows) => rows.map(({ id }) => id));
  await tx.garmentVariant.deleteMany({ where: { id: { in: inTheWay } } });
  await tx.garmentVariant.updateMany({
    where: { id: { in: retired }, retiredAt: null },
    data: { retiredAt: now, stock: 0 },
  });
  // Two that swap their names would be in each other's way.
  for (const [variant, { id, size }] of kept) {
    if (variant.size === size) continue;
    await tx.garmentVariant.update({
      where: { id },
      data: { size: `~${id}` },
      select: { id: true },
    });
  }
  for (const [position, variant] of variants.entries()) {
    const same = kept.get(variant);
    if (!same) {
      await tx.garmentVariant.create({
        data: { ...variant, garmentId, position },
        select: { id: true },
      });
      continue;
    }
    const data = { ...variant, id: same.id, position, retiredAt: null };
    if (isDeepStrictEqual(data, same)) continue;
    await tx.garmentVariant.update({ where: { id: same.id }, data, select: { id: true } });
  }
}

const variantColumns = {
  id: true,
  size: true,
  sku: true,
  barcode: true,
  externalId: true,
  priceMinor: true,
  stock: true,
} satisfies Prisma.GarmentVariantSelect;

/** Whether one of these ids is a variant of another garment. */
export async function areOthersVariants(
  tx: Db,
  garmentId: string,
  ids: string[],
): Promise<boolean> {
  const where = { id: { in: ids }, garmentId: { not: garmentId } };
  return (await tx.garmentVariant.count({ where })) > 0;
}

export async function setGarmentStatus(
  tx: Db,
  id: string,
  status: GarmentStatus,
  now: Date,
): Promise<void> {
  await tx.garment.update({
    where: { id },
    data: {
      status,
      version: { increment: 1 },
      ...(status === 'ACTIVE' ? { publishedAt: now } : {}),
    },
    select: { id: true },
  });
}

/**
 * Takes a garment out of the shop, whoever's it is: it is a draft then.
 *
 * @returns its version after that; null when shoppers do not see it anyway.
 */
export async function draftActive(tx: Db, id: string): Promise<number | null> {
  const [row] = await tx.garment.updateManyAndReturn({
    where: { id, status: 'ACTIVE' },
    data: { status: 'DRAFT', version: { increment: 1 } },
    select: { version: true },
  });
  return row?.version ?? null;
}

/** Puts it back as it was. False when somebody has changed it since. */
export async function restoreDrafted(tx: Db, id: string, version: number): Promise<boolean> {
  const { count } = await tx.garment.updateMany({
    where: { id, version, status: 'DRAFT' },
    data: { status: 'ACTIVE', version: { increment: 1 } },
  });
  return count === 1;
}

export async function addGarmentImage(
  tx: Db,
  image: {
    garmentId: string;
    mediaId: string;
    inputMediaId: string;
    alt: string;
    /** Without, it is looked at in the background. */
    readiness?: Prisma.InputJsonObject;
  },
): Promise<void> {
  const last = await tx.garmentImage.aggregate({
    where: { garmentId: image.garmentId },
    _max: { position: true },
  });
  await tx.garmentImage.create({
    data: { ...image, position: (last._max.position ?? -1) + 1 },
    select: { id: true },
  });
  await refreshReadiness(tx, image.garmentId);
}

/** Where the 3:4 picture of one of a shop's garments lies, as it is sent; null for another shop's. */
export async function findGarmentInput(
  db: Db,
  { shopId, garmentId, imageId }: { shopId: string; garmentId: string; imageId: string },
): Promise<string | null> {
  const image = await db.garmentImage.findFirst({
    where: { id: imageId, garment: { id: garmentId, shopId } },
    select: { input: { select: { storageKey: true } } },
  });
  return image?.input.storageKey ?? null;
}

export async function slugIsTaken(db: Db, slug: string): Promise<boolean> {
  return (await db.garment.count({ where: { slug } })) > 0;
}
