/** Days of the calendar, in UTC: "2026-11-28". A period has its first and its last day in it. */
export type Day = string;

export interface Period {
  from: Day;
  to: Day;
}

const DAY_MS = 86_400_000;

/** The longest period that can be asked for. */
export const MOST_DAYS = 366;

export const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

const numberOf = (day: Day): number => Date.parse(day) / DAY_MS;
const dayAt = (number: number): Day => dayOf(new Date(number * DAY_MS));

export const addDays = (day: Day, days: number): Day => dayAt(numberOf(day) + days);

export const lengthOf = ({ from, to }: Period): number => numberOf(to) - numberOf(from) + 1;

export const lastDays = (days: number, today: Day): Period => ({
  from: addDays(today, 1 - days),
  to: today,
});

export function eachDay({ from, to }: Period): Day[] {
  return Array.from({ length: lengthOf({ from, to }) }, (_, index) => addDays(from, index));
}

/** Whether it is a day of the calendar, as 30 February is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && dayOf(at) === text;
}

/**
 * Figures are kept in spans of four lengths, each begun at a multiple of its length since 1970, so that
 * any period is the sum of a few: 90 days of 8 on average and never of more than 10.
 */
export const spanLengths = [1, 3, 9, 27] as const;

export interface Span {
  days: number;
  start: Day;
}

/** The fewest spans that are together the period: each of its days in exactly one. */
export function spansOf({ from, to }: Period): Span[] {
  const spans: Span[] = [];
  const end = numberOf(to) + 1;
  let at = numberOf(from);
  while (at < end) {
    const fits = (days: number) => at % days === 0 && at + days <= end;
    const days = spanLengths.findLast(fits) ?? 1;
    spans.push({ days, start: dayAt(at) });
    at += days;
  }
  return spans;
}
