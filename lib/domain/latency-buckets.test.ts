import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBuckets,
  bucketBounds,
  bucketOf,
  countIn,
  countsBelow,
  quantileOf,
} from './latency-buckets.ts';

const seconds = fc.double({ min: 0, max: 8_000, noNaN: true });
const sample = fc.array(seconds, { minLength: 1, maxLength: 60 });

function bucketsOf(all: readonly number[]): number[] {
  return all.reduce<number[]>((sum, one) => {
    const single = Array<number>(bucketOf(one) + 1).fill(0);
    single[bucketOf(one)] = 1;
    return addBuckets(sum, single);
  }, []);
}

describe('buckets', () => {
  it('hold every time exactly once', () => {
    fc.assert(
      fc.property(sample, (all) => {
        expect(countIn(bucketsOf(all))).toBe(all.length);
      }),
    );
  });

  it('of two periods add up to those of both', () => {
    fc.assert(
      fc.property(sample, sample, (one, other) => {
        expect(addBuckets(bucketsOf(one), bucketsOf(other))).toEqual(bucketsOf([...one, ...other]));
      }),
    );
  });

  it('give a quantile that is in the bucket of the true one', () => {
    fc.assert(
      fc.property(sample, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, share) => {
        const sorted = all.toSorted((a, b) => a - b);
        const truth = sorted[Math.ceil(share * all.length) - 1] ?? 0;
        const read = quantileOf(bucketsOf(all), share) ?? Number.NaN;
        const bucket = bucketOf(truth);
        expect(read).toBeGreaterThanOrEqual(bucketBounds[bucket - 1] ?? 0);
        expect(read).toBeLessThanOrEqual(bucketBounds[bucket] ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('give quantiles that never fall as the share grows', () => {
    fc.assert(
      fc.property(sample, (all) => {
        const buckets = bucketsOf(all);
        const read = [0.05, 0.25, 0.5, 0.75, 0.95, 1].map((share) => quantileOf(buckets, share));
        expect(read).toEqual(read.toSorted((a, b) => Number(a) - Number(b)));
      }),
    );
  });

  it('know no quantile of nothing', () => {
    expect(quantileOf([], 0.5)).toBeNull();
    expect(quantileOf([0, 0], 0.5)).toBeNull();
  });

  it('tell how many took less than each whole octave', () => {
    const below = countsBelow(bucketsOf([0.1, 0.3, 7, 7, 9_000]));
    expect(below.find((one) => one.seconds === 0.125)?.count).toBe(1);
    expect(below.find((one) => one.seconds === 4)?.count).toBe(2);
    expect(below.at(-1)).toEqual({ seconds: 8192, count: 4 });
  });
});
