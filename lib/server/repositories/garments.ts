import 'server-only';
import {
  type ColourSibling,
  type GarmentCard,
  type GarmentDraftBody,
  type GarmentImageView,
  type GarmentPage,
  type MerchantGarment,
  sizeChart,
} from '#lib/contracts/garment.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';

const imageSelect = {
  id: true,
  alt: true,
  media: { select: publicPictureSelect },
} satisfies Prisma.GarmentImageSelect;

type ImageRow = Prisma.GarmentImageGetPayload<{ select: typeof imageSelect }>;

const toImage = ({ alt, media }: ImageRow): GarmentImageView => ({
  ...toPublicPicture(media),
  alt,
});

const cardSelect = {
  id: true,
  slug: true,
  title: true,
  category: true,
  colour: true,
  priceMinor: true,
  currency: true,
  shop: { select: { slug: true, name: true } },
  images: { select: imageSelect, orderBy: { position: 'asc' }, take: 2 },
} satisfies Prisma.GarmentSelect;

type CardRow = Prisma.GarmentGetPayload<{ select: typeof cardSelect }>;

const toCard = ({ images, priceMinor, currency, ...row }: CardRow): GarmentCard => ({
  slug: row.slug,
  title: row.title,
  category: row.category,
  colour: row.colour,
  price: { minor: priceMinor, currency },
  shop: row.shop,
  image: images[0] ? toImage(images[0]) : null,
  worn: images[1] ? toImage(images[1]) : null,
});

const pageSelect = {
  ...cardSelect,
  shopId: true,
  style: true,
  description: true,
  material: true,
  sizeChart: true,
  images: { select: imageSelect, orderBy: { position: 'asc' } },
  variants: {
    select: { size: true, stock: true, priceMinor: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.GarmentSelect;

type PageRow = Prisma.GarmentGetPayload<{ select: typeof pageSelect }>;

/** In the order of the ids; those that are gone meanwhile are left out. */
export async function findCards(db: Db, ids: string[]): Promise<GarmentCard[]> {
  const rows = await db.garment.findMany({ where: { id: { in: ids } }, select: cardSelect });
  const cards = new Map(rows.map((row) => [row.id, toCard(row)]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** In no order; what is no longer in the shop is left out. */
export async function findActiveCards(db: Db, slugs: string[]): Promise<GarmentCard[]> {
  const rows = await db.garment.findMany({
    where: { slug: { in: slugs }, status: 'ACTIVE' },
    select: cardSelect,
  });
  return rows.map(toCard);
}

export async function findActiveGarmentPage(db: Db, slug: string): Promise<GarmentPage | null> {
  const row = await db.garment.findFirst({ where: { slug, status: 'ACTIVE' }, select: pageSelect });
  if (!row) return null;
  const { description, material, variants, images, currency, priceMinor } = row;
  return {
    ...toCard(row),
    description,
    material,
    images: images.map(toImage),
    variants: variants.map(({ size, stock, priceMinor: own }) => ({
      size,
      inStock: stock > 0,
      price: { minor: own ?? priceMinor, currency },
    })),
    sizeChart: sizeChart.nullable().catch(null).parse(row.sizeChart),
    colours: await findColours(db, row),
  };
}

const MAX_COLOURS = 24;

async function findColours(
  db: Db,
  { shopId, style, title, category }: Pick<PageRow, 'shopId' | 'style' | 'title' | 'category'>,
): Promise<ColourSibling[]> {
  const rows = await db.garment.findMany({
    where: { shopId, category, status: 'ACTIVE', ...(style ? { style } : { style: null, title }) },
    orderBy: { id: 'asc' },
    take: MAX_COLOURS,
    select: {
      slug: true,
      colour: true,
      images: { select: imageSelect, orderBy: { position: 'asc' }, take: 1 },
    },
  });
  const named = rows.filter(({ colour }) => colour !== '');
  if (named.length < 2) return [];
  return named.map(({ slug, colour, images: [image] }) => ({
    slug,
    colour,
    image: image ? toImage(image) : null,
  }));
}

export async function findActiveGarmentId(db: Db, slug: string): Promise<string | null> {
  const row = await db.garment.findFirst({
    where: { slug, status: 'ACTIVE' },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Slugs of everything in the shops with the time of the last change, the newest first. */
export async function listGarmentAddresses(db: Db, limit: number) {
  return db.garment.findMany({
    where: { status: 'ACTIVE' },
    orderBy: { publishedAt: 'desc' },
    take: limit,
    select: { slug: true, updatedAt: true },
  });
}

/** The garment as a try-on needs it: its first picture is the one that is sent. */
export async function findGarmentToTryOn(db: Db, slug: string) {
  return db.garment.findFirst({
    where: { slug, status: 'ACTIVE' },
    select: {
      id: true,
      shopId: true,
      category: true,
      images: { select: { id: true }, orderBy: { position: 'asc' }, take: 1 },
    },
  });
}

// ── As the shop's own people see them. The member stands in the `where`.

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
  variants: { select: { size: true }, orderBy: { position: 'asc' } },
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
}

const toVariant = (size: string, position: number) => ({ size, position, stock: 1 });

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
