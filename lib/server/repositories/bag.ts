import 'server-only';
import type { BagLineView } from '#lib/contracts/bag.ts';
import { addQuantities, lineState, quantityRange } from '#lib/domain/bag.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { publicPictureSelect, toPublicPicture } from './media.ts';
import { isShown, shownWhere } from './shown-garments.ts';

const lineSelect = {
  id: true,
  quantity: true,
  variant: {
    select: {
      size: true,
      sku: true,
      externalId: true,
      stock: true,
      retiredAt: true,
      priceMinor: true,
      garment: {
        select: {
          id: true,
          slug: true,
          title: true,
          colour: true,
          status: true,
          priceMinor: true,
          currency: true,
          shop: {
            select: { id: true, slug: true, name: true, checkoutUrl: true, suspendedAt: true },
          },
          images: {
            select: { media: { select: publicPictureSelect } },
            orderBy: { position: 'asc' },
            take: 1,
          },
        },
      },
    },
  },
} satisfies Prisma.BagLineSelect;

type LineRow = Prisma.BagLineGetPayload<{ select: typeof lineSelect }>;

/** A line with all that buying needs; `view` is what its owner sees of it. */
export interface BagLine extends Omit<BagLineView, 'garment'> {
  view: BagLineView;
  garmentId: string;
  /** What the shop calls the variant; empty when it does not say. */
  sku: string;
  reference: string;
  shop: { id: string; slug: string; name: string; checkoutUrl: string | null };
}

function toLine({ id, quantity, variant }: LineRow): BagLine {
  const { garment, size, sku, externalId } = variant;
  const image = garment.images[0];
  const view: BagLineView = {
    id,
    quantity,
    state: lineState(isShown(garment), variant),
    garment: {
      slug: garment.slug,
      title: garment.title,
      colour: garment.colour,
      picture: image ? toPublicPicture(image.media) : null,
    },
    size,
    price: { minor: variant.priceMinor ?? garment.priceMinor, currency: garment.currency },
  };
  const { garment: _shown, ...rest } = view;
  return {
    ...rest,
    view,
    garmentId: garment.id,
    sku,
    reference: externalId || sku,
    shop: garment.shop,
  };
}

/** All of a person's bag, what came first first. Ids are UUID v7, in the order of creation. */
export async function listBagLines(db: Db, userId: string): Promise<BagLine[]> {
  const rows = await db.bagLine.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: lineSelect,
  });
  return rows.map(toLine);
}

/** A size of a garment that the shops show; it may be one that is no longer sold. */
export async function findVariantToBuy(db: Db, slug: string, size: string) {
  return db.garmentVariant.findFirst({
    where: { size, garment: { slug, ...shownWhere } },
    select: {
      id: true,
      stock: true,
      retiredAt: true,
      garment: { select: { id: true, shopId: true } },
    },
  });
}

export async function countBagLines(db: Db, userId: string): Promise<number> {
  return db.bagLine.count({ where: { userId } });
}

/** Adds to the line of the variant, if there is one. False when there is none. Under `lockUser`. */
export async function growBagLine(
  tx: Db,
  userId: string,
  variantId: string,
  quantity: number,
): Promise<boolean> {
  const key = { userId_variantId: { userId, variantId } };
  const line = await tx.bagLine.findUnique({ where: key, select: { quantity: true } });
  if (!line) return false;
  await tx.bagLine.update({
    where: key,
    data: { quantity: addQuantities(line.quantity, quantity) },
    select: { id: true },
  });
  return true;
}

export async function createBagLine(
  tx: Db,
  line: { userId: string; variantId: string; quantity: number },
): Promise<void> {
  await tx.bagLine.create({ data: line, select: { id: true } });
}

/** @returns whether there is such a line of theirs. */
export async function setBagLineQuantity(
  db: Db,
  id: string,
  userId: string,
  quantity: number,
): Promise<boolean> {
  const { count } = await db.bagLine.updateMany({ where: { id, userId }, data: { quantity } });
  return count > 0;
}

/** @returns how many of them there were. */
export async function deleteBagLines(db: Db, ids: string[], userId: string): Promise<number> {
  const { count } = await db.bagLine.deleteMany({ where: { id: { in: ids }, userId } });
  return count;
}

/**
 * What a guest has in the bag comes into that of the account; of a variant in both, the quantities add
 * up. Both people are locked, and the lines left over go with the guest.
 */
export async function mergeBags(tx: Db, guestId: string, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "BagLine" AS mine
    SET quantity = least(${quantityRange.max}::int, mine.quantity + theirs.quantity), "updatedAt" = now()
    FROM "BagLine" AS theirs
    WHERE mine."userId" = ${userId} AND theirs."userId" = ${guestId}
      AND mine."variantId" = theirs."variantId"`;
  await tx.$executeRaw`
    UPDATE "BagLine" AS theirs SET "userId" = ${userId}
    WHERE "userId" = ${guestId} AND NOT EXISTS (
      SELECT FROM "BagLine" AS mine
      WHERE mine."userId" = ${userId} AND mine."variantId" = theirs."variantId")`;
}
