import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latencyCurve, learnLatency } from './latency-distribution.ts';
import { fitNormal, misfit, normalShare } from './log-normal-fit.ts';

const prior = { mean: Math.log(7_170), sigma: 0.35 };

/** Even quantiles of a log-normal in logarithms, so that a test needs no chance. */
function evenLogs(medianMs: number, sigma: number, count: number): number[] {
  const curve = latencyCurve(learnLatency([], { medianMs, sigma }));
  return Array.from({ length: count }, (_, i) => Math.log(curve.quantile((i + 0.5) / count)));
}

it('is the prior until there is a value, and then moves away from it', () => {
  expect(fitNormal([], prior)).toEqual(prior);
  for (const [medianMs, sigma] of [
    [4_000, 0.2],
    [7_170, 0.6],
    [40_000, 0.35],
  ] as const) {
    const few = fitNormal(evenLogs(medianMs, sigma, 12), prior);
    expect(Math.abs(few.mean - Math.log(medianMs))).toBeLessThan(
      Math.abs(prior.mean - Math.log(medianMs)) / 10 + 0.01,
    );
    const many = fitNormal(evenLogs(medianMs, sigma, 200), prior);
    expect(many.mean).toBeCloseTo(Math.log(medianMs), 1);
    expect(many.sigma).toBeCloseTo(sigma, 1);
  }
});

it('is never sure, however alike the values are', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -5, max: 20, noNaN: true }),
      fc.integer({ min: 1, max: 200 }),
      (value, n) => {
        const { sigma } = fitNormal(
          Array.from({ length: n }, () => value),
          prior,
        );
        expect(sigma).toBeGreaterThan(prior.sigma / Math.sqrt(1 + n / 2));
      },
    ),
  );
});

it('takes one value far out for no more than far', () => {
  const calm = evenLogs(7_000, 0.2, 8);
  const cold = [...calm.slice(0, -1), Math.log(600_000)];
  const { mean, sigma } = fitNormal(cold, prior);
  expect(mean).toBeLessThan(Math.log(8_500));
  expect(sigma).toBeLessThan(0.5);
});

it('knows one hump from two', () => {
  const one = evenLogs(9_000, 0.25, 40);
  expect(misfit(one, fitNormal(one, prior))).toBeLessThan(0.7);
  const two = [...evenLogs(5_000, 0.15, 28), ...evenLogs(14_000, 0.15, 12)];
  expect(misfit(two, fitNormal(two, prior))).toBeGreaterThan(1.1);
});

it('has the shares of the normal distribution', () => {
  for (const [z, share] of [
    [0, 0.5],
    [1, 0.841345],
    [-1.644854, 0.05],
    [2.326348, 0.99],
  ] as const) {
    expect(normalShare(z)).toBeCloseTo(share, 5);
  }
});
