import type { GarmentCategory } from './category.ts';

/**
 * What a shop counts. A *visit* is one person at one garment on one day: however often she comes back
 * that day, it is one, and each step that she takes in it counts once. Visits are counted of those who
 * may be counted; *try-ons* and their cost are the try-ons themselves, of everybody, on the day that
 * they were asked for. So two try-ons of one garment on one day are one visit that asked, and two try-ons.
 */
export const visitSteps = [
  'view',
  'open',
  'choose',
  'ask',
  'look',
  'bag',
  'bag_after_look',
  'order',
] as const;
export type VisitStep = (typeof visitSteps)[number];

/** The steps that only the browser knows of. */
export const browserSteps = ['view', 'open', 'choose'] as const;
export type BrowserStep = (typeof browserSteps)[number];

/** The way through the fitting room, and out of it with the garment. */
export const wayThrough = ['view', 'open', 'choose', 'ask', 'look', 'bag_after_look'] as const;

/**
 * All that a visit has done which has come to this step. Who asks for a try-on has chosen who wears it,
 * also when the browser's word of that was lost: so no step is ever taken by more than the one before.
 */
export function stepsUpTo(step: VisitStep): VisitStep[] {
  switch (step) {
    case 'bag':
    case 'order':
      return ['view', step];
    case 'bag_after_look':
      return [...wayThrough.slice(0, -1), 'bag', step];
    default:
      return wayThrough.slice(0, wayThrough.indexOf(step) + 1);
  }
}

export const counterOf = {
  view: 'views',
  open: 'opens',
  choose: 'choices',
  ask: 'asks',
  look: 'looks',
  bag: 'bags',
  bag_after_look: 'bagsAfterLook',
  order: 'orders',
} as const satisfies Record<VisitStep, string>;

export const counters = [
  ...visitSteps.map((step) => counterOf[step]),
  'tryOns',
  'succeeded',
  'failed',
  'blocked',
  'complaints',
  'costMicros',
] as const;
export type Counter = (typeof counters)[number];

/** `costMicros` is in millionths of a US dollar. */
export type Counts = Record<Counter, number>;

export const noCounts = Object.fromEntries(counters.map((name) => [name, 0])) as Counts;

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = { ...noCounts };
  for (const counts of all) for (const name of counters) sum[name] += counts[name];
  return sum;
}

/** How a try-on ended, as figures tell it; null for one that was called off, which is none. */
export function endingOf(state: string): 'succeeded' | 'failed' | 'blocked' | null {
  switch (state) {
    case 'succeeded':
    case 'blocked':
      return state;
    case 'failed':
    case 'expired':
    case 'unknown':
      return 'failed';
    default:
      return null;
  }
}

/** Try-ons that have come to an end which counts. */
export const endedOf = ({ succeeded, failed, blocked }: Counts): number =>
  succeeded + failed + blocked;

/** A part of a whole. */
export interface Share {
  part: number;
  of: number;
}

/** Of fewer than this a percentage says more than is known: 1 of 2 is not "50 %". */
export const FEW = 20;

export const isFew = ({ of }: Share): boolean => of < FEW;

/** What one of so many has cost, in millionths; null of none. */
export const costOfOne = ({ costMicros }: Counts, count: number): number | null =>
  count > 0 ? costMicros / count : null;

/** What a shop's figures are asked by. */
export interface FiguresScope {
  category: GarmentCategory | null;
  /** The id of one garment. */
  garment: string | null;
}
