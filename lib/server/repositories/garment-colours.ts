import 'server-only';
import type { GarmentInOneLine } from '#lib/contracts/garment-edit.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { imageSelect, toImage } from './garment-cards.ts';

/**
 * The same garment in other colours: those of a shop that share a style, or, where none is written,
 * a title; always of one kind.
 */

const MOST = 24;

const lineSelect = {
  id: true,
  title: true,
  colour: true,
  status: true,
  images: { select: imageSelect, orderBy: { position: 'asc' }, take: 1 },
} satisfies Prisma.GarmentSelect;

type LineRow = Prisma.GarmentGetPayload<{ select: typeof lineSelect }>;

const toLine = ({ images: [image], ...row }: LineRow): GarmentInOneLine => ({
  ...row,
  image: image ? toImage(image) : null,
});

const kinSelect = {
  id: true,
  shopId: true,
  category: true,
  style: true,
  title: true,
} satisfies Prisma.GarmentSelect;

type Kin = Prisma.GarmentGetPayload<{ select: typeof kinSelect }>;

/** It and its siblings. */
const sameStyle = ({ shopId, category, style, title }: Kin) =>
  ({
    shopId,
    category,
    ...(style ? { style } : { style: null, title }),
  }) satisfies Prisma.GarmentWhereInput;

export async function findColourSiblings(db: Db, of: Kin): Promise<GarmentInOneLine[]> {
  const rows = await db.garment.findMany({
    where: { ...sameStyle(of), id: { not: of.id } },
    orderBy: { id: 'asc' },
    take: MOST,
    select: lineSelect,
  });
  return rows.map(toLine);
}

/** Of one shop; null when it is not there. */
export async function findKin(db: Db, shopId: string, id: string): Promise<Kin | null> {
  return db.garment.findFirst({ where: { id, shopId }, select: kinSelect });
}

/** What could be the same garment in another colour, the last changed first. */
export async function findColourCandidates(
  db: Db,
  of: Kin,
  words: string,
  limit: number,
): Promise<GarmentInOneLine[]> {
  const says = { contains: words, mode: 'insensitive' } as const;
  const rows = await db.garment.findMany({
    where: {
      shopId: of.shopId,
      category: of.category,
      status: { not: 'ARCHIVED' },
      NOT: sameStyle(of),
      ...(words ? { OR: [{ title: says }, { colour: says }] } : {}),
    },
    orderBy: { updatedAt: 'desc' },
    take: limit,
    select: lineSelect,
  });
  return rows.map(toLine);
}

/** Writes down the style that these have had by their title alone. */
export async function nameStyle(tx: Db, of: Kin, style: string): Promise<void> {
  await tx.garment.updateMany({
    where: sameStyle(of),
    data: { style, version: { increment: 1 } },
  });
}

export async function setStyle(tx: Db, id: string, style: string | null): Promise<void> {
  await tx.garment.updateMany({ where: { id }, data: { style, version: { increment: 1 } } });
}
