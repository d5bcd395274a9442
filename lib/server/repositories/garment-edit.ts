import 'server-only';
import { sizeChart } from '#lib/contracts/garment.ts';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { isColourFamily } from '#lib/domain/colour-family.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { imageSelect, toImage } from './garment-cards.ts';
import { findColourSiblings } from './garment-colours.ts';
import { verdictOf } from './picture-readiness.ts';
import { findName } from './users.ts';

/** One garment as its editor has it, and what hangs on it. The shop stands in every `where`. */

const editSelect = {
  id: true,
  shopId: true,
  slug: true,
  version: true,
  status: true,
  title: true,
  description: true,
  category: true,
  colour: true,
  style: true,
  material: true,
  productType: true,
  tags: true,
  priceMinor: true,
  currency: true,
  sizeChart: true,
  pinnedImageId: true,
  images: { select: { ...imageSelect, readiness: true }, orderBy: { position: 'asc' } },
  variants: {
    where: { retiredAt: null },
    select: {
      id: true,
      size: true,
      sku: true,
      barcode: true,
      externalId: true,
      priceMinor: true,
      stock: true,
    },
    orderBy: { position: 'asc' },
  },
  _count: { select: { tryOns: true, orderLines: true, favourites: true } },
} satisfies Prisma.GarmentSelect;

type EditRow = Prisma.GarmentGetPayload<{ select: typeof editSelect }>;

/** @param readerId who is told whether it was herself who changed it last. */
export async function findGarmentToEdit(
  db: Db,
  shopId: string,
  id: string,
  readerId: string,
): Promise<EditableGarment | null> {
  const row = await db.garment.findFirst({ where: { id, shopId }, select: editSelect });
  if (!row) return null;
  const [colours, colourFamily, changedBy, inBags] = await Promise.all([
    findColourSiblings(db, row),
    findColourFamily(db, row.colour),
    findLastChange(db, id, readerId),
    db.bagLine.count({ where: { variant: { garmentId: id } } }),
  ]);
  const { tryOns, orderLines, favourites } = row._count;
  const unused = tryOns + orderLines + favourites + inBags === 0;
  return { ...toEditable(row), colours, colourFamily, changedBy, unused };
}

function toEditable(
  row: EditRow,
): Omit<EditableGarment, 'colours' | 'colourFamily' | 'changedBy' | 'unused'> {
  const { currency, images, variants, pinnedImageId } = row;
  return {
    id: row.id,
    slug: row.slug,
    version: row.version,
    status: row.status,
    title: row.title,
    description: row.description,
    category: row.category,
    colour: row.colour,
    material: row.material,
    productType: row.productType,
    tags: row.tags,
    price: { minor: row.priceMinor, currency },
    variants: variants.map(({ priceMinor, externalId, ...variant }) => ({
      ...variant,
      externalId: externalId ?? '',
      price: priceMinor === null ? null : { minor: priceMinor, currency },
    })),
    sizeChart: sizeChart.nullable().catch(null).parse(row.sizeChart),
    pictures: images.map((image) => ({
      ...toImage(image),
      id: image.id,
      verdict: verdictOf(image.readiness, row.category),
    })),
    // One that was taken away stays chosen, in case that it is brought back.
    pinnedPictureId: images.some(({ id }) => id === pinnedImageId) ? pinnedImageId : null,
  };
}

/** As browsing files it: the rule is the database's (migration "garment search"). */
async function findColourFamily(db: Db, colour: string) {
  const [row] = await db.$queryRaw<{ family: string }[]>`SELECT colour_family(${colour}) AS family`;
  return row && isColourFamily(row.family) ? row.family : null;
}

async function findLastChange(
  db: Db,
  id: string,
  readerId: string,
): Promise<EditableGarment['changedBy']> {
  const entry = await db.auditEntry.findFirst({
    where: { subjectType: 'garment', subjectId: id },
    orderBy: { id: 'desc' },
    select: { actorId: true },
  });
  if (!entry) return null;
  return { name: await findName(db, entry.actorId), isYou: entry.actorId === readerId };
}

/**
 * Holds the garment's row to the end of the transaction, so that nothing comes to hang on it
 * meanwhile.
 *
 * @returns false when there is no such garment in the shop.
 */
export async function lockGarment(tx: Db, shopId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "Garment" WHERE id = ${id} AND "shopId" = ${shopId} FOR UPDATE`;
  return rows.length > 0;
}

const copySelect = {
  description: true,
  category: true,
  colour: true,
  style: true,
  material: true,
  productType: true,
  tags: true,
  priceMinor: true,
  currency: true,
  sizeChart: true,
  readiness: true,
} satisfies Prisma.GarmentSelect;

const copyPictureSelect = {
  mediaId: true,
  inputMediaId: true,
  position: true,
  alt: true,
  readiness: true,
} satisfies Prisma.GarmentImageSelect;

/** Whether anybody's garment has that id. */
export async function isGarment(db: Db, id: string): Promise<boolean> {
  return (await db.garment.count({ where: { id } })) > 0;
}

/** Makes a draft that is like it, with the same pictures. Run behind `lockGarment`. */
export async function copyGarment(
  tx: Db,
  id: string,
  own: { id: string; shopId: string; title: string; slug: string },
): Promise<void> {
  const { pinnedImageId, images, variants, sizeChart, ...row } = await tx.garment.findUniqueOrThrow(
    {
      where: { id },
      select: {
        ...copySelect,
        pinnedImageId: true,
        images: { select: { ...copyPictureSelect, id: true } },
        variants: {
          where: { retiredAt: null },
          select: { size: true, priceMinor: true, position: true },
        },
      },
    },
  );
  const copy = await tx.garment.create({
    data: {
      ...row,
      ...own,
      sizeChart: sizeChart ?? undefined,
      variants: { create: variants },
    },
    select: { id: true },
  });
  for (const { id: imageId, readiness, ...image } of images) {
    const copied = await tx.garmentImage.create({
      data: { ...image, readiness: readiness ?? undefined, garmentId: copy.id },
      select: { id: true },
    });
    if (imageId !== pinnedImageId) continue;
    await tx.garment.update({
      where: { id: copy.id },
      data: { pinnedImageId: copied.id },
      select: { id: true },
    });
  }
}

/**
 * Removes it with its sizes and pictures. Run behind `lockGarment`, for one that nothing hangs on.
 *
 * @returns the media of its pictures.
 */
export async function deleteGarment(tx: Db, id: string): Promise<string[]> {
  const pictures = await tx.garmentImage.findMany({
    where: { OR: [{ garmentId: id }, { removedFromId: id }] },
    select: { mediaId: true, inputMediaId: true },
  });
  // Those of takes that are gone with whoever asked for them: others keep the garment.
  const looks = await tx.modelLook.findMany({
    where: { garmentId: id, mediaId: { not: null } },
    select: { mediaId: true },
  });
  await tx.garment.delete({ where: { id }, select: { id: true } });
  return [
    ...pictures.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]),
    ...looks.flatMap(({ mediaId }) => mediaId ?? []),
  ];
}
