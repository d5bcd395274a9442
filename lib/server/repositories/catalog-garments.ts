import 'server-only';
import { z } from 'zod';
import { sizeChart } from '#lib/contracts/garment.ts';
import { unfetchedPictures } from '#lib/contracts/stored-import.ts';
import { colourKey } from '#lib/domain/catalog/option-words.ts';
import type { GarmentState, PlanField } from '#lib/domain/garment-plan.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { type KnownImage, knownImageSelect, toKnownImage } from './garment-image-order.ts';

/** Garments as files tell of them. The shop stands in every `where`. */

const stateSelect = {
  id: true,
  slug: true,
  version: true,
  importKey: true,
  title: true,
  description: true,
  category: true,
  status: true,
  colour: true,
  style: true,
  material: true,
  productType: true,
  tags: true,
  priceMinor: true,
  currency: true,
  sizeChart: true,
  source: true,
  sourceFormat: true,
  unfetched: true,
  images: { select: knownImageSelect, orderBy: { position: 'asc' } },
  variants: {
    where: { retiredAt: null },
    select: {
      size: true,
      sku: true,
      barcode: true,
      externalId: true,
      priceMinor: true,
      stock: true,
      source: true,
    },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.GarmentSelect;

type StateRow = Prisma.GarmentGetPayload<{ select: typeof stateSelect }>;

export interface KnownGarment {
  id: string;
  slug: string;
  version: number;
  state: GarmentState;
  images: KnownImage[];
}

const source = z.record(z.string(), z.string()).catch({});

function toKnown({ id, slug, version, images: rows, variants, ...row }: StateRow): KnownGarment {
  const images = rows.map((image) => toKnownImage(image, publicUrl));
  return {
    id,
    slug,
    version,
    images,
    state: {
      ...row,
      sizeChart: sizeChart.nullable().catch(null).parse(row.sizeChart),
      source: source.parse(row.source),
      pictures: images.map(({ url, alt }) => ({ url, alt })),
      unfetched: unfetchedPictures.catch([]).parse(row.unfetched ?? []),
      variants: variants.map((variant) => ({ ...variant, source: source.parse(variant.source) })),
    },
  };
}

/**
 * The shop's garments by what a file calls them: their import key, or their slug for those that no
 * file has named yet. A format that tells colours apart in its keys (`shirt#blue`) may mean one that
 * another format, or nobody, has named without (`shirt`).
 */
export async function findByFileKeys(
  db: Db,
  shopId: string,
  keys: string[],
): Promise<Map<string, KnownGarment>> {
  const bare = keys.map((key) => key.replace(COLOUR_OF_KEY, ''));
  const named = [...new Set([...keys, ...bare])];
  const rows = await db.garment.findMany({
    where: {
      shopId,
      OR: [{ importKey: { in: named } }, { importKey: null, slug: { in: named } }],
    },
    select: stateSelect,
  });
  const garments = rows.map(toKnown);
  const byKey = new Map<string, KnownGarment>();
  for (const garment of garments.filter(({ state }) => state.importKey === null)) {
    byKey.set(garment.slug, garment);
  }
  for (const garment of garments) {
    if (garment.state.importKey !== null) byKey.set(garment.state.importKey, garment);
  }
  const found = keys.flatMap((key) => {
    const garment = byKey.get(key) ?? inItsColour(key, byKey);
    return garment ? [[key, garment] as const] : [];
  });
  return new Map(found);
}

const COLOUR_OF_KEY = /#[^#]*$/;

function inItsColour(key: string, byKey: Map<string, KnownGarment>): KnownGarment | undefined {
  const [colour] = COLOUR_OF_KEY.exec(key) ?? [];
  const garment = colour && byKey.get(key.replace(COLOUR_OF_KEY, ''));
  return garment && colour === `#${colourKey(garment.state.colour)}` ? garment : undefined;
}

export async function findKnownGarments(
  db: Db,
  shopId: string,
  ids: string[],
): Promise<Map<string, KnownGarment>> {
  const rows = await db.garment.findMany({
    where: { shopId, id: { in: ids } },
    select: stateSelect,
  });
  return new Map(rows.map((row) => [row.id, toKnown(row)]));
}

/** Where a page of the shop's garments begins, in the order of their styles. */
export interface GarmentPlace {
  style: string | null;
  id: string;
}

/**
 * A page of the shop's garments, those of one style one after the other; those without a style first.
 */
export async function listKnownGarments(
  db: Db,
  shopId: string,
  {
    after,
    limit,
    status,
  }: { after?: GarmentPlace; limit: number; status?: GarmentState['status'] },
): Promise<KnownGarment[]> {
  const find = (where: Prisma.GarmentWhereInput, most: number) =>
    db.garment.findMany({
      where: { shopId, ...(status ? { status } : {}), ...where },
      orderBy: [{ style: 'asc' }, { id: 'asc' }],
      take: most,
      select: stateSelect,
    });
  const rows: StateRow[] = [];
  if (!after || after.style === null) {
    rows.push(...(await find({ style: null, ...(after ? { id: { gt: after.id } } : {}) }, limit)));
  }
  if (rows.length < limit) {
    const behind = after?.style
      ? { OR: [{ style: { gt: after.style } }, { style: after.style, id: { gt: after.id } }] }
      : { style: { not: null } };
    rows.push(...(await find(behind, limit - rows.length)));
  }
  return rows.map(toKnown);
}

export async function takenSlugs(db: Db, slugs: string[]): Promise<Set<string>> {
  const rows = await db.garment.findMany({
    where: { slug: { in: slugs } },
    select: { slug: true },
  });
  return new Set(rows.map(({ slug }) => slug));
}

export interface NewGarment {
  slug: string;
  state: GarmentState;
  /** Where it begins: what has no picture yet is not published. */
  status: GarmentState['status'];
}

/** @returns their ids by slug. */
export async function createKnownGarments(
  tx: Db,
  shopId: string,
  garments: NewGarment[],
  now: Date,
): Promise<Map<string, string>> {
  if (garments.length === 0) return new Map();
  const rows = await tx.garment.createManyAndReturn({
    data: garments.map(({ slug, state, status }) => ({
      shopId,
      slug,
      importKey: state.importKey,
      ...columnsOf(state),
      status,
      publishedAt: status === 'ACTIVE' ? now : null,
    })),
    select: { id: true, slug: true },
  });
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]));
  await tx.garmentVariant.createMany({
    data: garments.flatMap(({ slug, state }) =>
      state.variants.map((variant, position) => ({
        ...variantColumns(variant),
        garmentId: ids.get(slug) ?? '',
        position,
      })),
    ),
  });
  return ids;
}

/**
 * Brings a garment into this state, all but its pictures, if it is still the version that was read.
 *
 * @returns false when somebody else has changed it.
 */
export async function changeKnownGarment(
  tx: Db,
  shopId: string,
  { id, version, state: before }: KnownGarment,
  after: GarmentState,
  changed: PlanField[],
  now: Date,
): Promise<boolean> {
  const published = after.status === 'ACTIVE' && before.status !== 'ACTIVE';
  const { count } = await tx.garment.updateMany({
    where: { id, shopId, version },
    data: {
      ...columnsOf(after),
      version: { increment: 1 },
      ...(published ? { publishedAt: now } : {}),
    },
  });
  if (count === 0) return false;
  if (changed.includes('variants')) await writeVariants(tx, id, after.variants, now);
  return true;
}

/** Known by their size. One that is no longer sold is kept for the bags that it is in. */
async function writeVariants(
  tx: Db,
  garmentId: string,
  variants: GarmentState['variants'],
  now: Date,
): Promise<void> {
  const rows = await tx.garmentVariant.findMany({ where: { garmentId }, select: { size: true } });
  const known = new Set(rows.map(({ size }) => size));
  await tx.garmentVariant.updateMany({
    where: { garmentId, retiredAt: null, size: { notIn: variants.map(({ size }) => size) } },
    data: { retiredAt: now, stock: 0 },
  });
  await tx.garmentVariant.createMany({
    data: variants.flatMap((variant, position) =>
      known.has(variant.size) ? [] : [{ ...variantColumns(variant), garmentId, position }],
    ),
  });
  for (const [position, variant] of variants.entries()) {
    if (!known.has(variant.size)) continue;
    await tx.garmentVariant.updateMany({
      where: { garmentId, size: variant.size },
      data: { ...variantColumns(variant), position, retiredAt: null },
    });
  }
}

const columnsOf = ({ sizeChart: chart, source: own, unfetched, ...state }: GarmentState) => {
  const { pictures: _pictures, variants: _variants, importKey: _key, ...columns } = state;
  return {
    ...columns,
    sizeChart: chart ?? Prisma.DbNull,
    source: sourceColumn(own),
    unfetched: unfetchedColumn(unfetched),
  };
};

const variantColumns = ({ source: own, ...columns }: GarmentState['variants'][number]) => ({
  ...columns,
  source: sourceColumn(own),
});

const sourceColumn = (own: Record<string, string>) =>
  Object.keys(own).length === 0 ? Prisma.DbNull : own;

// Interfaces are no JSON to the compiler.
const unfetchedColumn = (pictures: GarmentState['unfetched']) =>
  pictures.length === 0 ? Prisma.DbNull : pictures.map((picture) => ({ ...picture }));

/** Those of them that a look, bag, order or favourite of somebody's hangs on. */
export async function findUsedGarments(db: Db, ids: string[]): Promise<Set<string>> {
  const rows = await db.garment.findMany({
    where: {
      id: { in: ids },
      OR: [
        { tryOns: { some: {} } },
        { variants: { some: { bagLines: { some: {} } } } },
        { orderLines: { some: {} } },
        { favourites: { some: {} } },
      ],
    },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** @returns the media of their pictures. */
export async function removeGarments(tx: Db, shopId: string, ids: string[]): Promise<string[]> {
  const images = await tx.garmentImage.findMany({
    where: {
      OR: [{ garment: { shopId, id: { in: ids } } }, { removedFrom: { shopId, id: { in: ids } } }],
    },
    select: { mediaId: true, inputMediaId: true },
  });
  await tx.garment.deleteMany({ where: { shopId, id: { in: ids } } });
  return images.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]);
}

export async function archiveGarments(tx: Db, shopId: string, ids: string[]): Promise<void> {
  await tx.garment.updateMany({
    where: { shopId, id: { in: ids } },
    data: { status: 'ARCHIVED', version: { increment: 1 } },
  });
}

/**
 * Counts up the version of a garment whose pictures have come, and publishes it if it waited for that.
 *
 * @param unfetched those that are still not here.
 */
export async function touchPictured(
  tx: Db,
  shopId: string,
  id: string,
  {
    publish,
    unfetched,
    now,
  }: { publish: boolean; unfetched: GarmentState['unfetched']; now: Date },
): Promise<number> {
  const row = await tx.garment.update({
    where: { id, shopId },
    data: {
      version: { increment: 1 },
      unfetched: unfetchedColumn(unfetched),
      ...(publish ? { status: 'ACTIVE', publishedAt: now } : {}),
    },
    select: { version: true },
  });
  return row.version;
}
