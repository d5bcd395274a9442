import 'server-only';
import type { Guide, ShopHome } from '#lib/contracts/shop-home.ts';
import { firstSteps, type GarmentCount } from '#lib/domain/first-steps.ts';
import { monthOf } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listShopActivity } from '#lib/server/repositories/activity.ts';
import { listRunsUnderWay } from '#lib/server/repositories/import-runs.ts';
import { countShopOrders } from '#lib/server/repositories/orders.ts';
import { findShopCaps } from '#lib/server/repositories/shop-caps.ts';
import {
  countShopGarments,
  findGarmentOnShow,
  findGuide,
  findNextDraft,
  finishGuide,
  hasLookOfOwn,
} from '#lib/server/repositories/shop-guide.ts';
import { countMonthUsage } from '#lib/server/repositories/shop-usage.ts';

const FEW = 5;

/** @throws AppError not_found for somebody who does not belong to the shop */
export async function getShopHome(actor: Actor, shop: string, now = new Date()): Promise<ShopHome> {
  const { shop: own } = await requireMember(actor, shop);
  const month = monthOf(now);
  const [garments, caps, used, orders, imports, activity] = await Promise.all([
    countShopGarments(db(), own.id),
    findShopCaps(db(), own.id),
    countMonthUsage(db(), own.id, month),
    countShopOrders(db(), own.id, month.start),
    listRunsUnderWay(db(), own.id, FEW),
    listShopActivity(db(), own.id, { before: null, limit: FEW }),
  ]);
  return {
    guide: await guideOf(own.id, garments, now),
    garments,
    tryOns: { used, cap: caps.monthlyTryOns, until: month.end.toISOString() },
    orders,
    imports,
    activity,
  };
}

/** Null when it was put away. Once all of it was done, it stays done: no shop is sent back to begin. */
async function guideOf(shopId: string, garments: GarmentCount[], now: Date): Promise<Guide | null> {
  const { guideFinishedAt, guideHiddenAt } = await findGuide(db(), shopId);
  if (guideHiddenAt) return null;
  const [triedOn, draft, toTryOn] = await Promise.all([
    hasLookOfOwn(db(), shopId),
    findNextDraft(db(), shopId),
    findGarmentOnShow(db(), shopId),
  ]);
  const steps = firstSteps({ garments, triedOn });
  if (guideFinishedAt) {
    return { steps: steps.map(({ name }) => ({ name, done: true })), draft, toTryOn };
  }
  if (steps.every(({ done }) => done)) await finishGuide(db(), shopId, now);
  return { steps, draft, toTryOn };
}
