import 'server-only';
import { type Day, dayOf } from '#lib/domain/figure-days.ts';
import {
  type Counts,
  counterOf,
  endingOf,
  stepsUpTo,
  type VisitStep,
} from '#lib/domain/figures.ts';
import type { TryOnState } from '#lib/domain/try-on.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import type { Db } from '#lib/server/db.ts';
import {
  addVisits,
  findVisits,
  type Gain,
  raiseFigures,
} from '#lib/server/repositories/figures.ts';
import { isShopper } from '#lib/server/repositories/shop-members.ts';
import { countInHoldOut } from './count-in-hold-out.ts';
import { visitName } from './keyed-hash.ts';

/**
 * Where a shop's figures come from. Called last in the transaction of what is counted, so that both come
 * about or neither, and nobody waits long for a row that many raise.
 *
 * The visitor's own rows always come before the sums that all raise: two of one visitor at the same time
 * wait for each other one way only.
 */

/** What somebody has done with garments of one shop; twice on a day counts once. */
export async function countVisit(
  tx: Db,
  visitor: Visitor | null,
  { shopId, garmentIds }: { shopId: string; garmentIds: readonly string[] },
  step: VisitStep,
  now: Date,
): Promise<void> {
  if (!visitor || !(await isShopper(tx, shopId, visitor.id))) return;
  const day = dayOf(now);
  const visits = [...new Set(garmentIds)].map((garmentId) => ({
    garmentId,
    visitor: visitName(visitor.id, garmentId, day),
  }));
  const tried = step === 'bag' ? await findVisits(tx, visits, day, 'look') : new Set();
  const isTried = ({ garmentId }: { garmentId: string }) => tried.has(garmentId);
  const untried = visits.filter((visit) => !isTried(visit));
  const fresh = [
    ...(await addVisits(tx, untried, day, stepsUpTo(step))),
    ...(await addVisits(tx, visits.filter(isTried), day, stepsUpTo('bag_after_look'))),
  ];
  await countInHoldOut(tx, visitor, shopId, step);
  await countFresh(tx, day, fresh);
}

/** @param also what is counted of a garment with its visits. */
async function countFresh(
  tx: Db,
  day: Day,
  fresh: readonly { garmentId: string; step: VisitStep }[],
  also?: Gain,
): Promise<void> {
  const gains = new Map<string, Gain>(also && [[also.garmentId, also]]);
  for (const { garmentId, step } of fresh) {
    gains.set(garmentId, { garmentId, day, ...gains.get(garmentId), [counterOf[step]]: 1 });
  }
  // At once: raised one after the other, two orders could wait for each other.
  if (gains.size > 0) await raiseFigures(tx, [...gains.values()]);
}

interface CountedTryOn {
  garmentId: string;
  shopId: string;
  userId: string;
  createdAt: Date;
}

/** A try-on that somebody asks for, together with the step of her visit that this is. */
export async function countAsk(
  tx: Db,
  visitor: Visitor | null,
  tryOn: CountedTryOn,
): Promise<void> {
  const { garmentId, shopId, userId, createdAt } = tryOn;
  if (!(await isShopper(tx, shopId, userId))) return;
  const day = dayOf(createdAt);
  const visits = visitor ? [{ garmentId, visitor: visitName(visitor.id, garmentId, day) }] : [];
  const fresh = await addVisits(tx, visits, day, stepsUpTo('ask'));
  await countFresh(tx, day, fresh, { garmentId, day, tryOns: 1 });
}

/** A try-on that is asked for once more in a person's name. */
export async function countTryOn(tx: Db, tryOn: CountedTryOn): Promise<void> {
  await raiseTryOn(tx, tryOn, { tryOns: 1 });
}

/** How it ended, on the day that it was asked for, so that rates are of the same try-ons. */
export async function countEnding(
  tx: Db,
  tryOn: CountedTryOn & { costMicros: number | null },
  state: TryOnState,
): Promise<void> {
  const ending = endingOf(state);
  if (!ending) return raiseTryOn(tx, tryOn, { tryOns: -1 });
  const seen = ending === 'succeeded' ? await countLook(tx, tryOn) : {};
  await raiseTryOn(tx, tryOn, { [ending]: 1, costMicros: tryOn.costMicros ?? 0 }, seen);
}

/** A look that somebody complains of, once, on the day that it was asked for. */
export async function countComplaint(tx: Db, tryOn: CountedTryOn): Promise<void> {
  await raiseTryOn(tx, tryOn, { complaints: 1 });
}

/** That it is told anew how it ended: the same try-on stands under another heading. */
export async function countEndingAnew(
  tx: Db,
  tryOn: CountedTryOn,
  from: TryOnState,
  to: TryOnState,
): Promise<void> {
  const before = endingOf(from);
  const after = endingOf(to);
  if (!before || !after || before === after) return;
  await raiseTryOn(tx, tryOn, { [before]: -1, [after]: 1 });
}

/** Notes that she has seen herself in it. @returns what the visit gains by that. */
async function countLook(
  tx: Db,
  { garmentId, userId, createdAt }: CountedTryOn,
): Promise<Partial<Counts>> {
  const day = dayOf(createdAt);
  const visit = { garmentId, visitor: visitName(userId, garmentId, day) };
  // Whoever was not counted when she asked is not counted now.
  const fresh = await addVisits(tx, [visit], day, stepsUpTo('look'), { onlyAfter: 'ask' });
  return Object.fromEntries(fresh.map(({ step }) => [counterOf[step], 1]));
}

/** @param visit what counts of the visit, whoever's try-on it is. */
async function raiseTryOn(
  tx: Db,
  tryOn: CountedTryOn,
  gain: Partial<Counts>,
  visit: Partial<Counts> = {},
): Promise<void> {
  const { garmentId, shopId, userId, createdAt } = tryOn;
  const counted = (await isShopper(tx, shopId, userId)) ? { ...visit, ...gain } : visit;
  if (Object.keys(counted).length === 0) return;
  await raiseFigures(tx, [{ garmentId, day: dayOf(createdAt), ...counted }]);
}
