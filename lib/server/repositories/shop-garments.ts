import 'server-only';
import type { GarmentDraftBody, MerchantGarment } from '#lib/contracts/garment.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { imageSelect, toImage } from './garment-cards.ts';

/** Garments as their shop's own people see and change them. The member stands in the `where`. */

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
  updatedAt: true,
  images: { select: imageSelect, orderBy: { position: 'asc' } },
  variants: { where: { retiredAt: null }, select: { size: true }, orderBy: { position: 'asc' } },
} satisfies Prisma.GarmentSelect;

type MerchantRow = Prisma.GarmentGetPayload<{ select: typeof merchantSelect }>;

const toMerchantGarment = (row: MerchantRow): MerchantGarment => ({
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
  images: row.images.map(toImage),
  updatedAt: row.updatedAt.toISOString(),
});

const memberOf = (userId: string) => ({ shop: { members: { some: { userId } } } });
const editorOf = (userId: string) =>
  ({
    shop: { members: { some: { userId, role: { in: ['OWNER', 'EDITOR'] } } } },
  }) satisfies Prisma.GarmentWhereInput;

export async function findShopOfEditor(db: Db, userId: string) {
  const membership = await db.shopMember.findFirst({
    where: { userId, role: { in: ['OWNER', 'EDITOR'] } },
    orderBy: { createdAt: 'asc' },
    select: { shop: { select: { id: true, slug: true, name: true, currency: true } } },
  });
  return membership?.shop ?? null;
}

export async function listMemberGarments(db: Db, userId: string): Promise<MerchantGarment[]> {
  const rows = await db.garment.findMany({
    where: memberOf(userId),
    orderBy: { updatedAt: 'desc' },
    take: 200,
    select: merchantSelect,
  });
  return rows.map(toMerchantGarment);
}

export async function findMemberGarment(
  db: Db,
  id: string,
  userId: string,
): Promise<MerchantGarment | null> {
  const row = await db.garment.findFirst({
    where: { id, ...memberOf(userId) },
    select: merchantSelect,
  });
  return row && toMerchantGarment(row);
}

/** Whether this person may change it; also gives what a change needs to know. */
export async function findEditableGarment(db: Db, id: string, userId: string) {
  return db.garment.findFirst({
    where: { id, ...editorOf(userId) },
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
  now: Date,
): Promise<void> {
  await tx.garment.update({ where: { id }, data: fields, select: { id: true } });
  await tx.garmentVariant.updateMany({
    where: { garmentId: id, size: { notIn: sizes }, retiredAt: null },
    data: { retiredAt: now, stock: 0 },
  });
  await tx.garmentVariant.updateMany({
    where: { garmentId: id, size: { in: sizes }, retiredAt: { not: null } },
    data: { retiredAt: null, stock: IN_STOCK },
  });
  for (const [position, size] of sizes.entries()) {
    await tx.garmentVariant.upsert({
      where: { garmentId_size: { garmentId: id, size } },
      create: { garmentId: id, ...toVariant(size, position) },
      update: { position },
    });
  }
}

/** Merchants say which sizes there are, not how many of each. */
const IN_STOCK = 1;

const toVariant = (size: string, position: number) => ({ size, position, stock: IN_STOCK });

export async function setGarmentStatus(
  tx: Db,
  id: string,
  status: 'DRAFT' | 'ACTIVE' | 'ARCHIVED',
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
  image: { garmentId: string; mediaId: string; inputMediaId: string; alt: string },
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
}

export async function slugIsTaken(db: Db, slug: string): Promise<boolean> {
  return (await db.garment.count({ where: { slug } })) > 0;
}
