import 'server-only';
import type { GarmentCard, GarmentImageView } from '#lib/contracts/garment.ts';
import { isOffered } from '#lib/domain/picture-for-try-on.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';
import { findFirstLooks } from './model-looks.ts';
import { shownWhere } from './shown-garments.ts';

/** A garment at a glance, as lists show it. */

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

export const cardSelect = {
  id: true,
  slug: true,
  title: true,
  category: true,
  readiness: true,
  pinnedImageId: true,
  colour: true,
  priceMinor: true,
  currency: true,
  shop: { select: { slug: true, name: true } },
  images: { select: imageSelect, orderBy: { position: 'asc' }, take: 2 },
} satisfies Prisma.GarmentSelect;

type CardRow = Prisma.GarmentGetPayload<{ select: typeof cardSelect }>;

export const toCard = ({ images, priceMinor, currency, ...row }: CardRow): GarmentCard => ({
  slug: row.slug,
  title: row.title,
  category: row.category,
  canTryOn: isOffered({ ...row, pinnedId: row.pinnedImageId }),
  colour: row.colour,
  price: { minor: priceMinor, currency },
  shop: row.shop,
  image: images[0] ? toImage(images[0]) : null,
  worn: images[1] ? toImage(images[1]) : null,
});

/** In the order of the ids; those that are gone meanwhile are left out. */
export async function findCards(db: Db, ids: string[]): Promise<GarmentCard[]> {
  const rows = await db.garment.findMany({ where: { id: { in: ids } }, select: cardSelect });
  const worn = await toWornCards(db, rows);
  const cards = new Map(rows.map(({ id }, index) => [id, worn[index]]));
  return ids.flatMap((id) => cards.get(id) ?? []);
}

/** In no order; what is no longer in the shop is left out. */
export async function findActiveCards(db: Db, slugs: string[]): Promise<GarmentCard[]> {
  const rows = await db.garment.findMany({
    where: { slug: { in: slugs }, ...shownWhere },
    select: cardSelect,
  });
  return toWornCards(db, rows);
}

/** A garment whose merchant has no second picture of it shows the first on a house model. */
async function toWornCards(db: Db, rows: CardRow[]): Promise<GarmentCard[]> {
  const alone = rows.filter(({ images }) => images.length === 1).map(({ id }) => id);
  const looks = await findFirstLooks(db, alone);
  return rows.map((row) => {
    const card = toCard(row);
    return { ...card, worn: card.worn ?? looks.get(row.id) ?? null };
  });
}
