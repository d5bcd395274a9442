import { type Day, lengthOf, type Period } from '#lib/domain/figure-days.ts';
import { isFew, type Share, type VisitStep } from '#lib/domain/figures.ts';

/** A step of a visit, as the end of "so many …". */
export const stepWords: Record<VisitStep, string> = {
  view: 'Looked at the garment',
  open: 'Opened the fitting room',
  choose: 'Chose a photo or a model',
  ask: 'Asked for a try-on',
  look: 'Saw the look',
  bag: 'Put it into the bag',
  bag_after_look: 'Put it into the bag after the look',
  order: 'Ordered it',
};

const number = new Intl.NumberFormat('en-GB');
export const count = (value: number) => number.format(value);

export const counted = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;

const percents = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
/** "12.1 %", which stays in one line. */
export const percent = (rate: number) => percents.format(rate).replace('%', '\u00a0%');

/** A percentage, or the bare numbers where they are too small for one. */
export function shareText(share: Share): string {
  if (share.of === 0) return '–';
  return isFew(share) ? `${share.part} of ${share.of}` : percent(share.part / share.of);
}

/** What the provider bills, which is in US dollars; more digits of less than a dollar. */
export function usd(micros: number | null): string {
  if (micros === null) return '–';
  const dollars = micros / 1e6;
  const digits = dollars !== 0 && dollars < 1 ? 3 : 2;
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(dollars);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const shortFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
export const dayText = (day: Day | string) => dayFormat.format(new Date(day));
export const shortDay = (day: Day) => shortFormat.format(new Date(day));

export const periodText = (period: Period) =>
  lengthOf(period) === 1
    ? dayText(period.from)
    : `${dayText(period.from)} to ${dayText(period.to)}`;
