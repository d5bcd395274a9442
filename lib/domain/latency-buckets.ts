/**
 * How long many try-ons took, as counts in buckets. Unlike quantiles these can be added up over any
 * period, and a quantile is read from the sum.
 *
 * The bounds grow by a third of an octave, so what is read is off by less than 26 %, however long it
 * took; within a bucket the times are taken for evenly spread.
 */
const FIRST_SECONDS = 0.125;
const PER_OCTAVE = 3;
const OCTAVES = 16;

/** Seconds. Bucket i holds what took at least bound i − 1 and less than bound i; one more holds the rest. */
export const bucketBounds: readonly number[] = Array.from(
  { length: OCTAVES * PER_OCTAVE + 1 },
  (_, index) => FIRST_SECONDS * 2 ** (index / PER_OCTAVE),
);

/** Counts by bucket; those that are left out at the end are 0. */
export type Buckets = readonly number[];

/** The same as PostgreSQL's `width_bucket(seconds, bounds)`. */
export function bucketOf(seconds: number): number {
  const place = bucketBounds.findIndex((bound) => seconds < bound);
  return place < 0 ? bucketBounds.length : place;
}

export function addBuckets(one: Buckets, other: Buckets): number[] {
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_, index) => (one[index] ?? 0) + (other[index] ?? 0));
}

export const countIn = (buckets: Buckets): number => buckets.reduce((sum, count) => sum + count, 0);

/**
 * Seconds within which this share of them ended; null when there are none. What took longer than the
 * last bound is told as that bound.
 */
export function quantileOf(buckets: Buckets, share: number): number | null {
  const all = countIn(buckets);
  if (all === 0) return null;
  const wanted = share * all;
  let below = 0;
  for (const [index, count] of buckets.entries()) {
    if (count > 0 && below + count >= wanted) {
      const from = bucketBounds[index - 1] ?? 0;
      const to = bucketBounds[index] ?? from;
      return from + ((to - from) * (wanted - below)) / count;
    }
    below += count;
  }
  return bucketBounds.at(-1) ?? null;
}

/** How many took less than each whole octave of seconds, as a histogram of Prometheus tells it. */
export function countsBelow(buckets: Buckets): { seconds: number; count: number }[] {
  return bucketBounds
    .map((seconds, index) => ({ seconds, count: countIn(buckets.slice(0, index + 1)) }))
    .filter((_, index) => index % PER_OCTAVE === 0);
}
