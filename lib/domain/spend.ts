import type { Span } from './shop-caps.ts';

/** What try-ons were asked for and what the provider billed for them, by day and by month. */

const DAY_MS = 86_400_000;

/** Of so many whole days the pace is taken: a week, since shops sell by the rhythm of weeks. */
export const PACE_DAYS = 7;

export interface DaySpend {
  /** "2026-11-28", in UTC. */
  date: string;
  /** Those that count towards the caps. */
  tryOns: number;
  /** Billed, in millionths of a US dollar. */
  micros: number;
  /** How many were billed: those that failed and were given back may be among them. */
  billed: number;
}

export type Amounts = Omit<DaySpend, 'date'>;

/** @property month "2026-11" */
export type MonthSpend = Amounts & { month: string };

export const sumOf = (days: readonly Amounts[]): Amounts =>
  days.reduce(
    (sum, { tryOns, micros, billed }) => ({
      tryOns: sum.tryOns + tryOns,
      micros: sum.micros + micros,
      billed: sum.billed + billed,
    }),
    { tryOns: 0, micros: 0, billed: 0 },
  );

export const isoDay = (time: Date | number): string => new Date(time).toISOString().slice(0, 10);

/** Every day of the span up to `now`, also those on which nothing happened. */
export function fillDays(days: readonly DaySpend[], span: Span, now: Date): DaySpend[] {
  const known = new Map(days.map((day) => [day.date, day]));
  const filled: DaySpend[] = [];
  const end = Math.min(span.end.getTime(), now.getTime() + 1);
  for (let time = span.start.getTime(); time < end; time += DAY_MS) {
    const date = isoDay(time);
    filled.push(known.get(date) ?? { date, tryOns: 0, micros: 0, billed: 0 });
  }
  return filled;
}

/** The sums of the months that something was asked for in, the latest first. */
export function monthsOf(days: readonly DaySpend[]): MonthSpend[] {
  const byMonth = Map.groupBy(days, ({ date }) => date.slice(0, 7));
  return [...byMonth]
    .map(([month, all]) => ({ month, ...sumOf(all) }))
    .sort((one, other) => (one.month < other.month ? 1 : -1));
}

/** What one billed try-on came to, in millionths of a dollar; null before there is one. */
export const costOfOne = ({ micros, billed }: Amounts): number | null =>
  billed > 0 ? micros / billed : null;

const dollars = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'USD' });
const fractions = new Intl.NumberFormat('en-IE', {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
});

/** "US$4.20" */
export const formatSpend = (micros: number): string => dollars.format(micros / 1e6);

/** "US$0.0752": one try-on costs cents. */
export const formatUnitCost = (micros: number): string => fractions.format(micros / 1e6);

export interface Projection {
  tryOns: number;
  micros: number;
  /** It would be more, and ends at the month's cap. */
  stoppedByCap: boolean;
}

/**
 * What the month will have come to if it goes on like the last seven whole days, as far as the cap lets
 * it. Null while the shop has not been open for those, or when nothing was tried on in them: there is
 * no pace to go by then.
 *
 * @param days at least those of this month and the seven before today.
 */
export function projectMonth(
  days: readonly DaySpend[],
  { month, cap, openSince }: { month: Span; cap: number | null; openSince: Date },
  now: Date,
): Projection | null {
  const today = new Date(isoDay(now)).getTime();
  const from = today - PACE_DAYS * DAY_MS;
  if (openSince.getTime() > from) return null;
  const pace = sumOf(days.filter(({ date }) => date >= isoDay(from) && date < isoDay(today)));
  if (pace.tryOns === 0) return null;
  const soFar = sumOf(days.filter(({ date }) => date >= isoDay(month.start)));
  const more = (pace.tryOns * (month.end.getTime() - now.getTime())) / (PACE_DAYS * DAY_MS);
  const room = cap === null ? Number.POSITIVE_INFINITY : Math.max(0, cap - soFar.tryOns);
  const coming = Math.min(more, room);
  return {
    tryOns: Math.round(soFar.tryOns + coming),
    micros: Math.round(soFar.micros + (coming * pace.micros) / pace.tryOns),
    stoppedByCap: more > room,
  };
}
