import 'server-only';
import { sharedSeed } from '#lib/domain/parameters.ts';
import type { Settings } from '#lib/domain/settings.ts';
import { activeStates } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import { judgedSelect, sentPictureOf } from './picture-readiness.ts';

/** What is there already of garments on house models. */

export const pairKey = (garmentId: string, houseModelId: string) => `${garmentId} ${houseModelId}`;

/**
 * What decides whether a garment can be shown on house models. In the order in which whoever changes
 * many garments holds them.
 */
export async function findGarmentsToRender(db: Db, shopId: string, ids: string[]) {
  return db.garment.findMany({
    where: { id: { in: ids }, shopId },
    orderBy: { id: 'asc' },
    select: { id: true, title: true, status: true, category: true, readiness: true },
  });
}

/** Pairs whose look the shop has, and those whose look is being made. */
export async function findKnownPairs(db: Db, garmentIds: string[], houseModelIds: string[]) {
  const rows = await db.modelLook.findMany({
    where: {
      garmentId: { in: garmentIds },
      houseModelId: { in: houseModelIds },
      OR: [
        { mediaId: { not: null }, outdated: false },
        { tryOn: { state: { in: [...activeStates] } } },
      ],
    },
    select: { garmentId: true, houseModelId: true, mediaId: true, outdated: true },
  });
  const there = new Set<string>();
  const coming = new Set<string>();
  for (const { garmentId, houseModelId, mediaId, outdated } of rows) {
    const known = mediaId !== null && !outdated ? there : coming;
    known.add(pairKey(garmentId, houseModelId));
  }
  return { there, coming };
}

/** Pairs whose very picture somebody has had made, with what is sent now: a copy costs nothing. */
export async function findFreePairs(
  db: Db,
  garmentIds: string[],
  houseModelIds: string[],
  parameters: Settings['parameters'],
): Promise<Set<string>> {
  // Grouped by the database: everybody's copy of a picture is a row.
  const rows = await db.tryOn.groupBy({
    by: ['garmentId', 'garmentImageId', 'houseModelId', 'seed'],
    where: {
      garmentId: { in: garmentIds },
      houseModelId: { in: houseModelIds },
      state: 'succeeded',
      baseId: null,
      ...parameters,
      resultMedia: { deleteAfter: null },
    },
  });
  const shared = rows.filter(
    ({ houseModelId, garmentImageId, seed }) =>
      houseModelId !== null && Number(seed) === sharedSeed(houseModelId, garmentImageId),
  );
  const garments = await db.garment.findMany({
    where: { id: { in: [...new Set(shared.map(({ garmentId }) => garmentId))] } },
    select: { id: true, ...judgedSelect },
  });
  const sent = new Map(garments.map((garment) => [garment.id, sentPictureOf(garment)?.id]));
  return new Set(
    shared
      .filter(({ garmentId, garmentImageId }) => sent.get(garmentId) === garmentImageId)
      .map(({ garmentId, houseModelId }) => pairKey(garmentId, houseModelId ?? '')),
  );
}
