import 'server-only';
import type { Figures } from '#lib/contracts/figures.ts';
import { dayOf, eachDay } from '#lib/domain/figure-days.ts';
import { noCounts, sumCounts } from '#lib/domain/figures.ts';
import { type FiguresQuery, periodOf } from '#lib/domain/figures-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  findFirstDay,
  findGarmentAsked,
  listGarmentDays,
  listGarmentFigures,
  listShopDays,
} from '#lib/server/repositories/figures-reading.ts';
import { listHoldOuts } from '#lib/server/repositories/hold-outs.ts';

const GARMENTS = 50;
const HOLD_OUTS = 10;

/**
 * What came of a shop's garments over a period.
 *
 * @throws AppError not_found for somebody who does not belong to the shop, and for a garment of another
 */
export async function getFigures(
  actor: Actor,
  shop: string,
  query: FiguresQuery,
  now = new Date(),
): Promise<Figures> {
  const { shop: own } = await requireMember(actor, shop);
  const { category, sort } = query;
  const period = periodOf(query, dayOf(now));
  const garment = query.garment ? await findGarmentAsked(db(), own.id, query.garment) : null;
  if (query.garment && !garment) throw new AppError('not_found');
  const [counted, table, since, holdOuts] = await Promise.all([
    garment
      ? listGarmentDays(db(), garment.id, period)
      : listShopDays(db(), own.id, period, category),
    listGarmentFigures(db(), own.id, {
      period,
      // The one garment is asked about, whatever its kind.
      category: garment ? null : category,
      garment: garment?.id ?? null,
      sort,
      limit: GARMENTS,
    }),
    findFirstDay(db(), own.id),
    listHoldOuts(db(), own.id, HOLD_OUTS),
  ]);
  const byDay = new Map(counted.map((one) => [one.day, one]));
  return {
    period,
    since,
    sum: sumCounts(counted),
    days: eachDay(period).map((day) => byDay.get(day) ?? { day, ...noCounts }),
    garments: table.garments,
    garmentCount: table.count,
    garment,
    holdOuts,
  };
}
