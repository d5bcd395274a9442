import 'server-only';
import {
  type ColourSibling,
  type GarmentOffer,
  type GarmentPage,
  sizeChart,
} from '#lib/contracts/garment.ts';
import { isOffered } from '#lib/domain/picture-for-try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { cardSelect, imageSelect, toCard, toImage } from './garment-cards.ts';
import { findShownLooks } from './model-looks.ts';
import { holdGarment, judgedSelect, sentPictureOf } from './picture-readiness.ts';
import { isShown, shownWhere } from './shown-garments.ts';

/** A garment that the shops show, by its slug. */

const offerSelect = {
  slug: true,
  priceMinor: true,
  currency: true,
  variants: {
    where: { retiredAt: null },
    select: { size: true, stock: true, priceMinor: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.GarmentSelect;

type OfferRow = Prisma.GarmentGetPayload<{ select: typeof offerSelect }>;

const toVariants = ({ variants, priceMinor, currency }: OfferRow): GarmentOffer['variants'] =>
  variants.map(({ size, stock, priceMinor: own }) => ({
    size,
    inStock: stock > 0,
    price: { minor: own ?? priceMinor, currency },
  }));

const pageSelect = {
  ...cardSelect,
  ...offerSelect,
  shopId: true,
  style: true,
  description: true,
  material: true,
  sizeChart: true,
  images: { select: imageSelect, orderBy: { position: 'asc' } },
} satisfies Prisma.GarmentSelect;

type PageRow = Prisma.GarmentGetPayload<{ select: typeof pageSelect }>;

export async function findActiveGarmentPage(db: Db, slug: string): Promise<GarmentPage | null> {
  const row = await db.garment.findFirst({ where: { slug, ...shownWhere }, select: pageSelect });
  return row && toPage(db, row);
}

/** Its page whatever its status, for the people of its shop. */
export async function findGarmentPagePreview(db: Db, shopId: string, id: string) {
  const row = await db.garment.findFirst({
    where: { id, shopId },
    select: {
      ...pageSelect,
      status: true,
      shop: { select: { ...pageSelect.shop.select, suspendedAt: true } },
    },
  });
  return row && { page: await toPage(db, row), status: row.status, shown: isShown(row) };
}

async function toPage(db: Db, row: PageRow): Promise<GarmentPage> {
  const { description, material, images } = row;
  return {
    ...toCard(row),
    description,
    material,
    images: images.map(toImage),
    looks: await findShownLooks(db, row.id),
    variants: toVariants(row),
    sizeChart: sizeChart.nullable().catch(null).parse(row.sizeChart),
    colours: await findColours(db, row),
  };
}

export async function findGarmentOffer(db: Db, slug: string): Promise<GarmentOffer | null> {
  const row = await db.garment.findFirst({
    where: { slug, ...shownWhere },
    select: offerSelect,
  });
  if (!row) return null;
  const price = { minor: row.priceMinor, currency: row.currency };
  return { slug: row.slug, price, variants: toVariants(row) };
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
    where: { slug, ...shownWhere },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Slugs of everything in the shops with the time of the last change, the newest first. */
export async function listGarmentAddresses(db: Db, limit: number) {
  return db.garment.findMany({
    where: shownWhere,
    orderBy: { publishedAt: 'desc' },
    take: limit,
    select: { slug: true, updatedAt: true },
  });
}

/** The garment as a try-on needs it; `image` is the picture that is sent. */
export async function findGarmentToTryOn(db: Db, slug: string) {
  const garment = await db.garment.findFirst({
    where: { slug, ...shownWhere },
    select: { ...judgedSelect, id: true, shopId: true, readiness: true },
  });
  if (!garment) return null;
  const { id, shopId, category } = garment;
  const offered = isOffered({ ...garment, pinnedId: garment.pinnedImageId });
  return { id, shopId, category, offered, image: sentPictureOf(garment) };
}

/** The same of any garment of a shop, published or not; held to the end of the transaction. */
export async function holdGarmentToTryOn(tx: Db, shopId: string, id: string) {
  await holdGarment(tx, id);
  const garment = await tx.garment.findFirst({
    where: { id, shopId },
    select: { ...judgedSelect, status: true, readiness: true },
  });
  return garment && { ...garment, image: sentPictureOf(garment) };
}

/** A garment that can be tried on. */
export async function findGarmentToCount(db: Db, slug: string) {
  return db.garment.findFirst({
    where: { slug, ...shownWhere, category: { not: null } },
    select: { id: true, shopId: true },
  });
}
