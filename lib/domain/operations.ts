import { addBuckets, type Buckets } from './latency-buckets.ts';

/**
 * What whoever runs the service looks at: how try-ons end, how long they take, and what waits.
 *
 * The stages of a look:
 * - `waiting`    from asking until it was sent.
 * - `rendering`  from there until the provider had it done.
 * - `saving`     from there until the picture was ours.
 * - `whole`      all of it, as the shopper waited.
 *
 * Only looks that were made are timed, not those that were found. What is made in bulk has no share in
 * `waiting` and `whole`: it waits on purpose, for as long as there are shoppers.
 */
export const stages = ['waiting', 'rendering', 'saving', 'whole'] as const;
export type Stage = (typeof stages)[number];

export const outcomes = [
  'succeeded',
  'failed',
  'blocked',
  'expired',
  'unknown',
  'cancelled',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What ended in some time. */
export type Ended = Record<Outcome, number> &
  Record<Stage, Buckets> & {
    /** Billed, in millionths of a US dollar. */
    costMicros: number;
  };

export const nothingEnded: Ended = {
  succeeded: 0,
  failed: 0,
  blocked: 0,
  expired: 0,
  unknown: 0,
  cancelled: 0,
  costMicros: 0,
  waiting: [],
  rendering: [],
  saving: [],
  whole: [],
};

export function addEnded(one: Ended, other: Ended): Ended {
  const sum = { ...one, costMicros: one.costMicros + other.costMicros };
  for (const outcome of outcomes) sum[outcome] += other[outcome];
  for (const stage of stages) sum[stage] = addBuckets(one[stage], other[stage]);
  return sum;
}

/** How many came to an end that counts: whoever calls a try-on off has not met with a failure. */
export const countEnded = ({ succeeded, failed, blocked, expired, unknown }: Ended): number =>
  succeeded + failed + blocked + expired + unknown;

/** Percent with a look, of what ended; null when nothing did. */
export function successRate(ended: Ended): number | null {
  const all = countEnded(ended);
  return all > 0 ? (100 * ended.succeeded) / all : null;
}

/** A worker that was not heard of for so long is dead. */
export const WORKER_DEAD_MS = 30_000;

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The periods that can be looked at. What ended is summed up by `stepMs`; what waited was noted each
 * minute, and of each `sampleMs` the worst is shown. Both are whole parts of a day, so they begin with
 * the day in UTC.
 */
export const ranges = {
  '24h': { name: '24 hours', lengthMs: DAY_MS, stepMs: HOUR_MS, sampleMs: HOUR_MS / 4 },
  '7d': { name: '7 days', lengthMs: 7 * DAY_MS, stepMs: 6 * HOUR_MS, sampleMs: 2 * HOUR_MS },
  '30d': { name: '30 days', lengthMs: 30 * DAY_MS, stepMs: DAY_MS, sampleMs: 8 * HOUR_MS },
} as const;
export type Range = keyof typeof ranges;

export const rangeOf = (text: unknown): Range =>
  typeof text === 'string' && Object.hasOwn(ranges, text) ? (text as Range) : '24h';

export const floorTo = (time: Date, stepMs: number): Date =>
  new Date(Math.floor(time.getTime() / stepMs) * stepMs);

/** The beginnings of a period's steps, the one of `now` last. */
export function stepsOf(lengthMs: number, stepMs: number, now: Date): Date[] {
  const last = floorTo(now, stepMs).getTime();
  const count = Math.round(lengthMs / stepMs);
  return Array.from({ length: count }, (_, index) => new Date(last - (count - 1 - index) * stepMs));
}
