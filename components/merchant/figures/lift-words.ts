import type { HoldOutView } from '#lib/contracts/figures.ts';
import { holdOutArms } from '#lib/domain/hold-out.ts';
import { judgeLift, rateOf, type Sample, type Verdict } from '#lib/domain/lift.ts';
import { count, percent } from './figure-words.ts';

/** What is looked for in an experiment, and how it is said that somebody did it. */
export const outcomes = [
  { key: 'bagged', did: 'put something into the bag' },
  { key: 'ordered', did: 'ordered or went to your checkout' },
] as const;
export type Outcome = (typeof outcomes)[number];

export interface Finding {
  shown: Sample;
  hidden: Sample;
  verdict: Verdict;
}

export function findingOf({ arms }: HoldOutView, { key }: Outcome): Finding {
  const [shown, hidden] = holdOutArms.map((arm) => ({
    hits: arms[arm][key],
    of: arms[arm].visitors,
  })) as [Sample, Sample];
  return { shown, hidden, verdict: judgeLift(shown, hidden) };
}

/** "+2.3": in percentage points, with its sign. */
export function points(difference: number): string {
  const rounded = Math.round(difference * 1_000) / 10;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : '±'}${Math.abs(rounded).toFixed(1)}`;
}

/** One or two sentences that say what is known, and nothing that is not. */
export function sayFinding({ shown, hidden, verdict }: Finding, { did }: Outcome): string {
  if (verdict.kind === 'too-few') {
    return `Too few to tell: of ${count(shown.of + hidden.of)} visitors so far, ${count(shown.hits + hidden.hits)} ${did}.`;
  }
  const rates = `With the fitting room ${percent(rateOf(shown))} ${did}, without it ${percent(rateOf(hidden))}.`;
  const { low, high } = verdict.interval;
  const range = `The difference is ${points(verdict.difference)} points; with 95 % confidence it lies between ${points(low)} and ${points(high)}.`;
  if (verdict.kind === 'decided') {
    return [rates, range, sayRelative(verdict.relative)].filter(Boolean).join(' ');
  }
  const more = verdict.more
    ? ` About ${count(roundUp(verdict.more))} more visitors are needed to see a difference of this size.`
    : '';
  return `The data do not decide yet. ${rates} ${range}${more}`;
}

function sayRelative(relative: { lift: number; low: number; high: number } | null): string {
  if (!relative) return '';
  const { lift, low, high } = relative;
  const size = (share: number) => percent(Math.abs(share));
  return lift > 0
    ? `That is ${size(lift)} more (${size(low)} to ${size(high)}).`
    : `That is ${size(lift)} less (${size(high)} to ${size(low)}).`;
}

/** To two digits: more would pretend to know. */
function roundUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / unit) * unit;
}
