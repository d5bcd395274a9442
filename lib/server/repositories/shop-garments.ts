import 'server-only';
import type { GarmentDraftBody, GarmentStatus, MerchantGarment } from '#lib/contracts/garment.ts';
import type { GarmentReadiness } from '#lib/domain/picture-readiness.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { imageSelect, toImage } from './garments.ts';
import { refreshReadiness, sentPictureOf, verdictOf } from './picture-readiness.ts';

/** Garments as the shop's own people see them. The shop stands in every `where`. */

const merchantSelect = {
  id: true,
  slug: true,
  title: true,
  description: true,
  category: true,
  status: true,
  colour: true,
  material: true,
  priceMinor: true,
  currency: true,
  readiness: true,
  pinnedImageId: true,
  updatedAt: true,
  images: { select: { ...imageSelect, readiness: true }, orderBy: { position: 'asc' } },
  variants: { select: { size: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.GarmentSelect;

type MerchantRow = Prisma.GarmentGetPayload<{ select: typeof merchantSelect }>;

const toMerchantGarment = (row: MerchantRow): MerchantGarment => ({
  ...pictures(row),
  id: row.id,
  slug: row.slug,
  title: row.title,
  description: row.description,
  category: row.category,
  status: row.status,
  colour: row.colour,
  material: row.material,
  price: { minor: row.priceMinor, currency: row.currency },
  sizes: row.variants.map(({ size }) => size),
  updatedAt: row.updatedAt.toISOString(),
});

function pictures(row: MerchantRow): Pick<MerchantGarment, 'readiness' | 'images'> {
  const sent = sentPictureOf(row);
  return {
    readiness: row.readiness,
    images: row.images.map((image) => ({
      ...toImage(image),
      id: image.id,
      verdict: verdictOf(image.readiness, row.category),
      sent: image.id === sent?.id,
    })),
  };
}

export async function listShopGarments(
  db: Db,
  shopId: string,
  only: { readiness?: GarmentReadiness } = {},
): Promise<MerchantGarment[]> {
  const rows = await db.garment.findMany({
    where: { shopId, ...only },
    orderBy: { updatedAt: 'desc' },
    take: 200,
    select: merchantSelect,
  });
  return rows.map(toMerchantGarment);
}

export async function findShopGarment(
  db: Db,
  shopId: string,
  id: string,
): Promise<MerchantGarment | null> {
  const row = await db.garment.findFirst({ where: { id, shopId }, select: merchantSelect });
  return row && toMerchantGarment(row);
}

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

type GarmentFields = Omit<GarmentDraftBody, 'price' | 'sizes'> & { priceMinor: number };

export async function createGarment(
  tx: Db,
  garment: GarmentFields & { shopId: string; slug: string; currency: string },
  sizes: string[],
): Promise<string> {
  const row = await tx.garment.create({
    data: { ...garment, variants: { create: sizes.map(toVariant) } },
    select: { id: true },
  });
  return row.id;
}

export async function updateGarment(
  tx: Db,
  id: string,
  fields: GarmentFields,
  sizes: string[],
): Promise<void> {
  await tx.garment.update({ where: { id }, data: fields, select: { id: true } });
  await tx.garmentVariant.deleteMany({ where: { garmentId: id, size: { notIn: sizes } } });
  for (const [position, size] of sizes.entries()) {
    await tx.garmentVariant.upsert({
      where: { garmentId_size: { garmentId: id, size } },
      create: { garmentId: id, ...toVariant(size, position) },
      update: { position },
    });
  }
  await refreshReadiness(tx, id);
}

const toVariant = (size: string, position: number) => ({ size, position, stock: 1 });

export async function setGarmentStatus(
  tx: Db,
  id: string,
  status: GarmentStatus,
  now: Date,
): Promise<void> {
  await tx.garment.update({
    where: { id },
    data: { status, ...(status === 'ACTIVE' ? { publishedAt: now } : {}) },
    select: { id: true },
  });
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
  await tx.garment.update({
    where: { id: image.garmentId },
    data: { updatedAt: new Date() },
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
