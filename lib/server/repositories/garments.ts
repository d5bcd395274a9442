import 'server-only';
import {
  type ColourSibling,
  type GarmentCard,
  type GarmentImageView,
  type GarmentPage,
  sizeChart,
} from '#lib/contracts/garment.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';
import { judgedSelect, sentPictureOf } from './picture-readiness.ts';

export const imageSelect = {
  id: true,
  alt: true,
  media: { select: publicPictureSelect },
} satisfies Prisma.GarmentImageSelect;

type ImageRow = Prisma.GarmentImageGetPayload<{ select: typeof imageSelect }>;

export const toImage = ({ alt, media }: ImageRow): GarmentImageView => ({
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

/** The garment as a try-on needs it; `image` is the picture that is sent. */
export async function findGarmentToTryOn(db: Db, slug: string) {
  const garment = await db.garment.findFirst({
    where: { slug, status: 'ACTIVE' },
    select: { ...judgedSelect, id: true, shopId: true },
  });
  if (!garment) return null;
  const { id, shopId, category } = garment;
  return { id, shopId, category, image: sentPictureOf(garment) };
}
