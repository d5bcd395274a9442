import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import type { NewTryOn } from './new-try-ons.ts';

/** What a try-on is made of: what the provider gets to see, and which others were made of the same. */

export interface TryOnInputs {
  isOutfit: boolean;
  /** The picture of the look that it goes over. */
  lookMediaId: string | null;
  lookDeleted: boolean;
  photoMediaId: string | null;
  photoDeleted: boolean;
  consentWithdrawn: boolean;
  modelMediaId: string | null;
  garmentMediaId: string | null;
}

/**
 * Read when it is about to be sent. Raw SQL, for one statement: Prisma would ask for each of the rows
 * apart, and somebody is waiting.
 */
export async function findTryOnInputs(db: Db, id: string): Promise<TryOnInputs | null> {
  const rows = await db.$queryRaw<TryOnInputs[]>`
    SELECT "TryOn"."baseId" IS NOT NULL AS "isOutfit",
      base."resultMediaId" AS "lookMediaId", base."deletedAt" IS NOT NULL AS "lookDeleted",
      photo."inputMediaId" AS "photoMediaId", photo."deletedAt" IS NOT NULL AS "photoDeleted",
      consent."withdrawnAt" IS NOT NULL AS "consentWithdrawn",
      model."inputMediaId" AS "modelMediaId", picture."inputMediaId" AS "garmentMediaId"
    FROM "TryOn"
    JOIN "GarmentImage" AS picture ON picture.id = "TryOn"."garmentImageId"
    LEFT JOIN "TryOn" AS base ON base.id = "TryOn"."baseId"
    LEFT JOIN "Photo" AS photo ON photo.id = "TryOn"."photoId"
    LEFT JOIN "Consent" AS consent ON consent.id = photo."consentId"
    LEFT JOIN "HouseModel" AS model ON model.id = "TryOn"."houseModelId"
    WHERE "TryOn".id = ${id}`;
  return rows[0] ?? null;
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
