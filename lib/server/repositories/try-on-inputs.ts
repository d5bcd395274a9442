import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { kept } from '#lib/server/kept-statements.ts';
import { isDiscardedSql } from './discarded-try-ons.ts';
import type { NewTryOn } from './new-try-ons.ts';

/** What a try-on is made of: what the provider gets to see, and which others were made of the same. */

/** Read when it is about to be sent; null when nobody wants anything of it any more. */
export async function findTryOnInputs(db: Db, id: string): Promise<TryOnInputs | null> {
  // Raw SQL: Prisma asks for each of the six tables on its own.
  const rows = await db.$queryRaw<TryOnInputs[]>`
    ${kept} SELECT garment."inputMediaId" AS "garmentMediaId", model."inputMediaId" AS "houseModelMediaId",
      photo."inputMediaId" AS "photoMediaId", photo."deletedAt" AS "photoDeletedAt",
      consent."withdrawnAt" AS "consentWithdrawnAt", t."baseId" IS NOT NULL AS "isOutfit",
      base."resultMediaId" AS "baseMediaId", base."deletedAt" AS "baseDeletedAt"
    FROM "TryOn" t JOIN "GarmentImage" garment ON garment.id = t."garmentImageId"
      LEFT JOIN "HouseModel" model ON model.id = t."houseModelId"
      LEFT JOIN "Photo" photo ON photo.id = t."photoId"
      LEFT JOIN "Consent" consent ON consent.id = photo."consentId"
      LEFT JOIN "TryOn" base ON base.id = t."baseId"
    WHERE t.id = ${id} AND NOT ${isDiscardedSql}`;
  return rows[0] ?? null;
}

export interface TryOnInputs {
  garmentMediaId: string | null;
  houseModelMediaId: string | null;
  photoMediaId: string | null;
  photoDeletedAt: Date | null;
  consentWithdrawnAt: Date | null;
  isOutfit: boolean;
  /** Of the look under an outfit. */
  baseMediaId: string | null;
  baseDeletedAt: Date | null;
}

/** Still theirs, with its picture, and of somebody who may still be dressed. */
const mayBeDressed = {
  state: 'succeeded',
  deletedAt: null,
  resultMedia: { deleteAfter: null },
  OR: [{ photo: { consent: { withdrawnAt: null } } }, { houseModel: { active: true } }],
} satisfies Prisma.TryOnWhereInput;

/** A look of one's own to put a garment over. */
export async function findLookToDress(db: Db, id: string, userId: string) {
  return db.tryOn.findFirst({
    where: { ...mayBeDressed, id, userId, forShop: false },
    select: { id: true, category: true, photoId: true, houseModelId: true, baseId: true },
  });
}

const ingredients = {
  houseModelId: true,
  garmentImageId: true,
  category: true,
  steps: true,
  guidance: true,
  seed: true,
} satisfies Prisma.TryOnSelect;

type Ingredients = Prisma.TryOnGetPayload<{ select: typeof ingredients }>;

/** What the look under an outfit was made of; null when it is not there any more. */
export async function findBaseIngredients(db: Db, baseId: string): Promise<Ingredients | null> {
  return db.tryOn.findFirst({
    where: { id: baseId, deletedAt: null, resultMediaId: { not: null } },
    select: ingredients,
  });
}

/**
 * The same picture of a house model asked for by anybody: finished and still there, or asked for or
 * sent since `since`, in the order in which they are sent.
 *
 * @param base for an outfit, what the look under it was made of
 */
export async function findSameOfHouseModel(
  db: Db,
  {
    id,
    houseModelId,
    garmentImageId,
    category,
    steps,
    guidance,
    seed,
  }: Pick<NewTryOn, 'garmentImageId' | 'category' | 'steps' | 'guidance' | 'seed'> & {
    id: string;
    houseModelId: string;
  },
  base: Ingredients | null,
  since: Date,
) {
  return db.tryOn.findMany({
    where: {
      id: { not: id },
      houseModelId,
      garmentImageId,
      category,
      steps,
      guidance,
      seed: BigInt(seed),
      ...(base ? { base: { ...base, baseId: null } } : { baseId: null }),
      OR: [
        { state: 'succeeded', resultMedia: { deleteAfter: null } },
        {
          state: { in: ['queued', 'sending', 'running', 'saving'] },
          // Work in bulk may have waited for long before it was sent.
          OR: [{ createdAt: { gt: since } }, { submittedAt: { gt: since } }],
        },
      ],
    },
    orderBy: [{ lane: 'asc' }, { turn: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, state: true, lane: true, turn: true, resultMediaId: true },
  });
}
