import 'server-only';
import type { SpendView } from '#lib/contracts/spend.ts';
import { ALLOWANCE_WINDOW_MS } from '#lib/domain/allowance.ts';
import { monthName, monthOf } from '#lib/domain/shop-caps.ts';
import { fillDays, monthsOf, projectMonth, sumOf } from '#lib/domain/spend.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { providerIsSandbox } from '#lib/server/provider.ts';
import { findShopCaps, findShopOpening } from '#lib/server/repositories/shop-caps.ts';
import { countShopUsage, listDaySpend } from '#lib/server/repositories/shop-usage.ts';

const MONTHS_BACK = 5;

/** @throws AppError not_found for somebody who does not belong to the shop */
export async function getSpend(actor: Actor, shop: string, now = new Date()): Promise<SpendView> {
  const { shop: own } = await requireMember(actor, shop);
  const month = monthOf(now);
  const since = new Date(
    Date.UTC(month.start.getUTCFullYear(), month.start.getUTCMonth() - MONTHS_BACK),
  );
  const day = new Date(now.getTime() - ALLOWANCE_WINDOW_MS);
  const [caps, openSince, used, days] = await Promise.all([
    findShopCaps(db(), own.id),
    findShopOpening(db(), own.id),
    countShopUsage(db(), { shopId: own.id, userId: null }, { month, day }),
    listDaySpend(db(), own.id, since),
  ]);
  const thisMonth = fillDays(days, month, now);
  return {
    caps,
    month: { start: month.start.toISOString(), end: month.end.toISOString() },
    used: { month: used.month, day: used.day },
    soFar: sumOf(thisMonth),
    days: thisMonth,
    months: monthsOf(days).filter((one) => one.month !== monthName(month)),
    projection: projectMonth(days, { month, cap: caps.monthlyTryOns, openSince }, now),
    simulated: providerIsSandbox(),
  };
}
