/**
 * How many try-ons a shop gives out: all its shoppers together in a calendar month and in a rolling
 * day, and each of them in a rolling day. The month is the calendar's, in UTC, because that is what the
 * shop pays by; a day is rolling, so that nobody waits for a midnight that is somebody else's.
 */
export interface ShopCaps {
  /** Null for no cap; the same for the others. */
  monthlyTryOns: number | null;
  dailyTryOns: number | null;
  /** The shop's own people are not held to it. */
  shopperDailyTryOns: number | null;
}

/**
 * Of a shop that has just been opened: enough to try everything out and to meet the first shoppers, and
 * at the provider's list price of about 75 dollars it is no unpleasant surprise. One shopper can dress
 * for an evening in it, and not use up a day of everybody's.
 */
export const newShopCaps: ShopCaps = {
  monthlyTryOns: 1_000,
  dailyTryOns: null,
  shopperDailyTryOns: 20,
};

/** None is no cap; a shop that wants no try-ons publishes nothing that can be tried on. */
export const capRange = { min: 1, max: 1_000_000 } as const;

export interface Span {
  start: Date;
  /** The first moment after it. */
  end: Date;
}

/** The calendar month in UTC. */
export function monthOf(now: Date): Span {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { start: new Date(Date.UTC(year, month)), end: new Date(Date.UTC(year, month + 1)) };
}

/** "2026-11" */
export const monthName = (month: Span): string => month.start.toISOString().slice(0, 7);

/** What a cap holds back. */
export type ShopLimit = 'month' | 'day' | 'shopper';

/** Percent of a cap at which the shop's people are warned: some time before the end, and at the end. */
export const warnAtPercent = [80, 100] as const;
export type WarnAt = (typeof warnAtPercent)[number];

/** The highest of the marks that is reached; null below all of them, and without a cap. */
export function markReached(used: number, cap: number | null): WarnAt | null {
  if (cap === null) return null;
  return warnAtPercent.findLast((percent) => used * 100 >= cap * percent) ?? null;
}

export interface CapWarning {
  cap: 'month' | 'day';
  percent: WarnAt;
  used: number;
  of: number;
}

/** The one that matters most: what is used up before what is near, and the month before the day. */
export function capWarning(
  caps: ShopCaps,
  used: { month: number; day: number },
): CapWarning | null {
  const both = [
    { cap: 'month', used: used.month, of: caps.monthlyTryOns },
    { cap: 'day', used: used.day, of: caps.dailyTryOns },
  ] as const;
  const warnings = both.flatMap((one): CapWarning[] => {
    const percent = markReached(one.used, one.of);
    return percent && one.of !== null ? [{ ...one, of: one.of, percent }] : [];
  });
  return warnings.find(({ percent }) => percent === 100) ?? warnings[0] ?? null;
}
