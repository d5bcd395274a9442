import { describe, expect, it } from 'vitest';
import { drawTimes, NO_LATENCY, PROVIDER_LATENCY } from './latency.ts';

/** A small linear congruential generator, so that the figures below are always the same. */
function seededRandom(): () => number {
  let state = 12_345;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('drawTimes', () => {
  it("meets the provider's mean and is skewed to the long side", () => {
    const random = seededRandom();
    const totals = Array.from({ length: 20_000 }, () => drawTimes(PROVIDER_LATENCY, random).total);
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length / 1000;
    const median = (totals.sort((a, b) => a - b)[10_000] ?? 0) / 1000;
    expect(mean).toBeCloseTo(7.62, 0);
    expect(Math.abs(mean - 7.62)).toBeLessThan(0.1);
    expect(median).toBeLessThan(mean);
    expect(Math.abs(median - 7.62 * Math.exp(-(0.35 ** 2) / 2))).toBeLessThan(0.1);
  });

  it('spends a part of the time queued', () => {
    const { queued, total } = drawTimes({ mean: 10, sigma: 0 }, () => 0.25);
    expect(total).toBeCloseTo(10_000, 6);
    expect(queued).toBeGreaterThan(0);
    expect(queued).toBeLessThan(total);
  });

  it('takes no time at all when the mean is nought', () => {
    expect(drawTimes(NO_LATENCY, () => 0.5)).toEqual({ queued: 0, total: 0 });
  });
});
