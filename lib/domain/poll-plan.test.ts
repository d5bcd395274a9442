import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type LatencyDistribution,
  learnLatency,
  publishedLatency,
} from './latency-distribution.ts';
import {
  judgeSchedule,
  MAX_POLL_INTERVAL_MS,
  MIN_POLL_INTERVAL_MS,
  planPolls,
} from './poll-plan.ts';
import { RECORD_LIFE_MS } from './try-on.ts';

const published = learnLatency([], publishedLatency);

const anyDistribution = fc
  .record({
    seconds: fc.array(fc.double({ min: 0.05, max: 900, noNaN: true }), { maxLength: 60 }),
    medianMs: fc.integer({ min: 20, max: 300_000 }),
    sigma: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
  })
  .map(({ seconds, medianMs, sigma }) => learnLatency(seconds, { medianMs, sigma }));
const anyPrice = fc.double({ min: 0.03, max: 5, noNaN: true });

const costOf = (timesMs: readonly number[], distribution: LatencyDistribution, price: number) => {
  const { polls, delaySeconds } = judgeSchedule(timesMs, distribution);
  return delaySeconds + price * polls;
};

const gapsOf = (timesMs: readonly number[]) => timesMs.map((at, i) => at - (timesMs[i - 1] ?? 0));

describe('the poll plan', () => {
  // Worked out apart from this code for a log-normal of mean 7.62 s and σ 0.35.
  it.each([
    { price: 0.05, calls: 8.8 },
    { price: 0.1, calls: 6.9 },
    { price: 0.2, calls: 5.6 },
    { price: 0.3, calls: 5.0 },
    { price: 0.8, calls: 4.1 },
  ])('takes $calls calls with submit and result when a call is worth $price s', (known) => {
    expect(Math.abs(planPolls(published, known.price).polls + 2 - known.calls)).toBeLessThan(0.15);
  });

  it('sees a try-on half a second after it is done, on average, when calls are cheap', () => {
    const { delaySeconds, timesMs } = planPolls(published, 0.1);
    expect(delaySeconds).toBeLessThan(0.5);
    const first = timesMs.slice(0, 5).map((ms) => Math.round(ms / 100) / 10);
    const known = [5.0, 6.1, 6.9, 7.7, 8.3];
    first.forEach((seconds, i) => {
      expect(Math.abs(seconds - (known[i] ?? 0))).toBeLessThan(0.2);
    });
  });

  it('rises to the end of the record, with gaps that are neither too short nor too long', () => {
    fc.assert(
      fc.property(anyDistribution, anyPrice, (distribution, price) => {
        const { timesMs } = planPolls(distribution, price);
        const gaps = gapsOf(timesMs);
        expect(Math.max(...gaps)).toBeLessThanOrEqual(MAX_POLL_INTERVAL_MS + 1e-6);
        expect(Math.min(...gaps)).toBeGreaterThan(0);
        const short = gaps.filter((gap) => gap < MIN_POLL_INTERVAL_MS - 1e-6);
        // Where the planned part ends and where the hour ends.
        expect(short.length).toBeLessThanOrEqual(2);
        expect(timesMs.at(-1)).toBe(RECORD_LIFE_MS);
        const lastBefore = timesMs.at(-2) ?? 0;
        expect(RECORD_LIFE_MS - lastBefore).toBeLessThanOrEqual(MAX_POLL_INTERVAL_MS);
      }),
      { numRuns: 200 },
    );
  });

  it('costs no more than any even schedule', () => {
    fc.assert(
      fc.property(
        anyDistribution,
        anyPrice,
        fc.integer({ min: 250, max: MAX_POLL_INTERVAL_MS }),
        (distribution, price, oftenMs) => {
          const plan = planPolls(distribution, price);
          const best = costOf(plan.timesMs, distribution, price);
          for (const gapMs of [1_000, 2_000, 5_000, oftenMs]) {
            const count = Math.ceil(RECORD_LIFE_MS / gapMs);
            const even = Array.from({ length: count }, (_, i) => (i + 1) * gapMs);
            // A grid of times may miss the very best by a little.
            expect(best).toBeLessThanOrEqual(1.01 * costOf(even, distribution, price));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not improved by moving, leaving out or adding a poll', () => {
    const samples = [published, learnLatency([5, 5, 5, 6, 14, 14, 15], publishedLatency)];
    for (const distribution of samples) {
      for (const price of [0.1, 0.8]) {
        const { timesMs } = planPolls(distribution, price);
        const least = 0.998 * costOf(timesMs, distribution, price);
        for (let k = 0; k < 12; k += 1) {
          const at = timesMs[k] ?? 0;
          const before = timesMs[k - 1] ?? 0;
          const after = timesMs[k + 1] ?? 0;
          const others = [
            [],
            [(before + at) / 2, at],
            [at - (at - before) / 8],
            [at + (after - at) / 8],
          ];
          for (const instead of others) {
            const other = timesMs.toSpliced(k, 1, ...instead);
            expect(costOf(other, distribution, price)).toBeGreaterThan(least);
          }
        }
      }
    }
  });

  it('asks less the dearer a call is', () => {
    fc.assert(
      fc.property(anyDistribution, anyPrice, anyPrice, (distribution, one, other) => {
        const cheap = planPolls(distribution, Math.min(one, other));
        const dear = planPolls(distribution, Math.max(one, other));
        expect(dear.polls).toBeLessThanOrEqual(cheap.polls + 0.01);
        expect(dear.delaySeconds).toBeGreaterThanOrEqual(cheap.delaySeconds - 0.01);
      }),
    );
  });

  it('asks ever more rarely about a job that does not end', () => {
    const { timesMs } = planPolls(published, 0.1);
    const gaps = gapsOf(timesMs);
    const gapAt = (ms: number) => gaps[timesMs.findIndex((at) => at >= ms)] ?? 0;
    expect(gapAt(60_000)).toBeGreaterThan(2_500);
    expect(gapAt(10 * 60_000)).toBeGreaterThan(10_000);
    expect(gapAt(30 * 60_000)).toBe(MAX_POLL_INTERVAL_MS);
    expect(timesMs.filter((at) => at <= 10 * 60_000).length).toBeLessThan(110);
  });

  it('is the same each time', () => {
    expect(planPolls(published, 0.14)).toEqual(planPolls(published, 0.14));
  });
});
