import 'server-only';
import { MAX_BULK } from '#lib/contracts/garment-table.ts';
import { MAX_RENDERS, type RenderPlan, type RenderPlanBody } from '#lib/contracts/render.ts';
import { wholeTable } from '#lib/domain/garment-table.ts';
import { renderReasons, whyLeftOut } from '#lib/domain/render-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { type Db, db } from '#lib/server/db.ts';
import { listMatchingIds } from '#lib/server/repositories/garment-table.ts';
import { findHouseModelIds } from '#lib/server/repositories/house-models.ts';
import {
  findFreePairs,
  findGarmentsToRender,
  findKnownPairs,
  pairKey,
} from '#lib/server/repositories/render-plans.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { countShopPlaces } from './count-shop-places.ts';
import { estimateOne, secondsFor } from './estimate-renders.ts';

/** Of those that are left out for one reason, so many are named. */
const NAMED = 20;

/**
 * What a run over these garments and house models would make, and what that would cost. Nothing is
 * begun.
 *
 * @throws AppError not_found for somebody who does not belong to the shop
 */
export async function planRender(
  actor: Actor,
  shop: string,
  body: RenderPlanBody,
  now = new Date(),
): Promise<RenderPlan> {
  const { shop: own } = await requireMember(actor, shop);
  const [{ wanted, tooManyGarments, ...plan }, each, places] = await Promise.all([
    planPairs(db(), own.id, body),
    estimateOne(),
    countShopPlaces(db(), own.id, now),
  ]);
  const { costMicros, measured } = each;
  return {
    ...plan,
    tooMany: tooManyGarments || wanted.length > MAX_RENDERS,
    costMicros: { each: costMicros, all: costMicros * plan.toMake, measured },
    seconds: secondsFor(plan.toMake, each),
    places,
  };
}

/** `wanted` are the pairs of a run: all that the shop has not. */
export async function planPairs(db: Db, shopId: string, { garments, models }: RenderPlanBody) {
  const ids =
    'ids' in garments
      ? garments.ids
      : await listMatchingIds(db, shopId, { ...wholeTable, ...garments.all }, MAX_BULK + 1);
  const rows = await findGarmentsToRender(db, shopId, ids.slice(0, MAX_BULK));
  const judged = rows.map((garment) => ({ ...garment, why: whyLeftOut(garment) }));
  const able = judged.filter(({ why }) => why === null).map(({ id }) => id);
  const modelIds = [...(await findHouseModelIds(db, models)).values()];
  const { parameters } = await currentSettings();
  const [{ there, coming }, free] = await Promise.all([
    findKnownPairs(db, able, modelIds),
    findFreePairs(db, able, modelIds, parameters),
  ]);
  const pairs = able.flatMap((garmentId) =>
    modelIds.map((houseModelId) => ({ garmentId, houseModelId })),
  );
  const isIn = (some: Set<string>) => (pair: (typeof pairs)[number]) =>
    some.has(pairKey(pair.garmentId, pair.houseModelId));
  const wanted = pairs.filter((pair) => !isIn(there)(pair));
  const forNothing = wanted.filter((pair) => isIn(free)(pair) || isIn(coming)(pair)).length;
  return {
    wanted,
    tooManyGarments: ids.length > MAX_BULK,
    garments: rows.length,
    pairs: pairs.length,
    there: pairs.length - wanted.length,
    free: forNothing,
    toMake: wanted.length - forNothing,
    leftOut: renderReasons.flatMap((reason) => {
      const left = judged.filter(({ why }) => why === reason);
      if (left.length === 0) return [];
      const named = left.slice(0, NAMED).map(({ id, title }) => ({ id, title }));
      return [{ reason, count: left.length, garments: named }];
    }),
  };
}
