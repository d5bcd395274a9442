import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latencyCurve, learnLatency, publishedLatency } from './latency-distribution.ts';

const published = latencyCurve(learnLatency([], publishedLatency));
const repeat = (seconds: number, times: number) => Array.from({ length: times }, () => seconds);

/** Even quantiles of a log-normal, so that a test needs no chance. */
function evenSample(medianSeconds: number, sigma: number, count: number): number[] {
  const curve = latencyCurve(learnLatency([], { medianMs: medianSeconds * 1000, sigma }));
  return Array.from({ length: count }, (_, i) => curve.quantile((i + 0.5) / count) / 1000);
}

const anySample = fc.array(fc.double({ min: 0.01, max: 3_000, noNaN: true }), { maxLength: 250 });

describe('the latency distribution', () => {
  it('is what the provider publishes until something is learned', () => {
    expect(published.quantile(0.5)).toBeCloseTo(7_170, -2);
    expect(published.share(7_170 * Math.exp(0.35))).toBeCloseTo(0.841, 2);
    expect(published.share(7_170 * Math.exp(-0.35))).toBeCloseTo(0.159, 2);
  });

  it('follows two hundred try-ons wherever they are', () => {
    for (const medianSeconds of [0.3, 2, 7, 40]) {
      const sample = evenSample(medianSeconds, 0.2, 200);
      const curve = latencyCurve(learnLatency(sample, publishedLatency));
      expect(curve.quantile(0.5) / 1000 / medianSeconds).toBeCloseTo(1, 1);
      const low = curve.share(medianSeconds * 500);
      const high = 1 - curve.share(medianSeconds * 2_000);
      expect(low + high).toBeLessThan(0.02);
    }
  });

  it('follows a dozen to a provider that is slower or faster, and believes its tail', () => {
    for (const medianSeconds of [3, 20]) {
      const sample = evenSample(medianSeconds, 0.35, 12);
      const curve = latencyCurve(learnLatency(sample, publishedLatency));
      expect(Math.abs(curve.quantile(0.5) / 1000 / medianSeconds - 1)).toBeLessThan(0.1);
      // Of a log-normal, 5 % take more than 1.78 times the median.
      const beyond = 1 - curve.share(1_780 * medianSeconds);
      expect(beyond).toBeGreaterThan(0.03);
      expect(beyond).toBeLessThan(0.15);
    }
  });

  it('does not take the first for all when it was a cold start', () => {
    for (const sample of [[60], [60, 7], [60, ...repeat(7, 7)]]) {
      const curve = latencyCurve(learnLatency(sample, publishedLatency));
      expect(curve.quantile(0.5)).toBeLessThan(9_000);
    }
  });

  it('keeps two humps apart', () => {
    const sample = [...evenSample(5, 0.1, 140), ...evenSample(14, 0.1, 60)];
    const curve = latencyCurve(learnLatency(sample, publishedLatency));
    expect(curve.share(6_500)).toBeCloseTo(0.7, 1);
    expect(curve.share(10_000) - curve.share(7_500)).toBeLessThan(0.02);
  });

  it('is not made sure by a handful of equal times', () => {
    const curve = latencyCurve(learnLatency(repeat(3, 8), publishedLatency));
    expect(curve.share(3_100) - curve.share(2_900)).toBeLessThan(0.6);
    expect(1 - curve.share(6_000)).toBeGreaterThan(0.2);
  });

  it('is not led away by one wild value', () => {
    const sample = evenSample(7, 0.35, 199);
    const calm = latencyCurve(learnLatency(sample, publishedLatency));
    const wild = latencyCurve(learnLatency([...sample, 1_800], publishedLatency));
    for (const share of [0.1, 0.5, 0.9]) {
      expect(wild.quantile(share) / calm.quantile(share)).toBeCloseTo(1, 1);
    }
  });

  it('ascends and is finite, whatever was measured', () => {
    const odd = fc.array(fc.oneof(fc.double(), fc.constantFrom(0, -1, 1e12)), { maxLength: 50 });
    fc.assert(
      fc.property(fc.oneof(odd, anySample), (sample) => {
        const { quantilesMs } = learnLatency(sample, publishedLatency);
        expect(quantilesMs.every((ms) => ms > 0 && !Number.isNaN(ms))).toBe(true);
        expect(quantilesMs).toEqual(quantilesMs.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the latency curve', () => {
  it('rises towards one and never gets there', () => {
    fc.assert(
      fc.property(anySample, fc.array(fc.nat(4_000_000), { minLength: 2 }), (sample, times) => {
        const curve = latencyCurve(learnLatency(sample, publishedLatency));
        const shares = times.toSorted((a, b) => a - b).map((ms) => curve.share(ms));
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(shares.every((share) => share >= 0 && share < 1)).toBe(true);
      }),
    );
  });

  it('finds the time of each share', () => {
    fc.assert(
      fc.property(
        anySample,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (sample, share) => {
          const curve = latencyCurve(learnLatency(sample, publishedLatency));
          expect(curve.share(curve.quantile(share))).toBeCloseTo(share, 6);
        },
      ),
    );
  });

  it('adds up what has been waited', () => {
    let added = 0;
    for (let ms = 0; ms < 40_000; ms += 1) added += published.share(ms + 0.5);
    expect(published.waited(40_000) / added).toBeCloseTo(1, 5);
  });
});
