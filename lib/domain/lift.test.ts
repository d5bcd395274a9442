import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  armsAreSkewed,
  differenceInterval,
  judgeLift,
  moreNeeded,
  relativeLift,
  type Sample,
  shareInterval,
} from './lift.ts';

const rounded = ({ low, high }: { low: number; high: number }) => [
  Number(low.toFixed(4)),
  Number(high.toFixed(4)),
];
const of = (hits: number, all: number): Sample => ({ hits, of: all });

describe('the interval of a share', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('is as published for %i of %i', (hits, all, published) => {
    expect(rounded(shareInterval(of(hits, all)))).toEqual(published);
  });
});

describe('the interval of a difference', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    [of(56, 70), of(48, 80), [0.0524, 0.3339]],
    [of(9, 10), of(3, 10), [0.1705, 0.809]],
    [of(6, 7), of(2, 7), [0.0582, 0.8062]],
    [of(5, 56), of(0, 29), [-0.0381, 0.1926]],
    [of(0, 10), of(0, 20), [-0.1611, 0.2775]],
    [of(0, 10), of(0, 10), [-0.2775, 0.2775]],
    [of(10, 10), of(0, 20), [0.6791, 1]],
    [of(10, 10), of(0, 10), [0.6075, 1]],
  ])('is as published for %o and %o', (a, b, published) => {
    expect(rounded(differenceInterval(a, b))).toEqual(published);
  });

  const sample = fc
    .integer({ min: 1, max: 5_000 })
    .chain((all) => fc.integer({ min: 0, max: all }).map((hits) => of(hits, all)));

  it('has the difference in it, stays within what is possible, and turns round with its sides', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const { low, high } = differenceInterval(a, b);
        const difference = a.hits / a.of - b.hits / b.of;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-9);
        expect(high).toBeLessThanOrEqual(1 + 1e-9);
        const turned = differenceInterval(b, a);
        expect(turned.low).toBeCloseTo(-high, 9);
        expect(turned.high).toBeCloseTo(-low, 9);
      }),
    );
  });

  it('never says something else than that of the ratio', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const ratio = relativeLift(a, b);
        const { low, high } = differenceInterval(a, b);
        // Where an end lies on nought, rounding decides.
        fc.pre(ratio !== null && Math.min(Math.abs(low), Math.abs(high)) > 1e-6);
        expect(Math.sign(ratio?.low ?? 0)).toBe(Math.sign(low));
        expect(Math.sign(ratio?.high ?? 0)).toBe(Math.sign(high));
      }),
    );
  });

  it('has the true difference in it about 95 times of a hundred', () => {
    const random = seeded(20_261_128);
    const draw = (rate: number, all: number) => {
      let hits = 0;
      for (let i = 0; i < all; i += 1) if (random() < rate) hits += 1;
      return of(hits, all);
    };
    const runs = 4_000;
    for (const [p, n, q, m] of [
      [0.12, 900, 0.1, 100],
      [0.03, 400, 0.03, 400],
      [0.5, 60, 0.3, 60],
    ] as const) {
      let covered = 0;
      for (let run = 0; run < runs; run += 1) {
        const { low, high } = differenceInterval(draw(p, n), draw(q, m));
        if (low <= p - q && p - q <= high) covered += 1;
      }
      expect(covered / runs).toBeGreaterThan(0.935);
      expect(covered / runs).toBeLessThan(0.975);
    }
  });
});

describe('what is said of an experiment', () => {
  it('is nothing of a few', () => {
    expect(judgeLift(of(9, 45), of(1, 45))).toEqual({ kind: 'too-few' });
    expect(judgeLift(of(3, 900), of(2, 100))).toEqual({ kind: 'too-few' });
    expect(judgeLift(of(0, 0), of(0, 0))).toEqual({ kind: 'too-few' });
  });

  it('is the difference, when chance alone would hardly make it', () => {
    const verdict = judgeLift(of(1_210, 10_000), of(98, 1_000));
    expect(verdict).toMatchObject({
      kind: 'decided',
      relative: { lift: expect.closeTo(0.235, 2) },
    });
    if (verdict.kind !== 'decided') return;
    expect(verdict.difference).toBeCloseTo(0.023, 6);
    expect(verdict.interval.low).toBeGreaterThan(0);
    expect(verdict.relative?.low).toBeGreaterThan(0);
  });

  it('is how much is missing, when it would', () => {
    expect(judgeLift(of(121, 1_000), of(98, 1_000))).toMatchObject({
      kind: 'undecided',
      more: expect.any(Number),
    });
  });

  it('asks for as many as a textbook does', () => {
    // 10 % beside 12 %, half and half, 80 % of power: 3,839 in each arm.
    const more = moreNeeded(of(120, 1_000), of(100, 1_000)) ?? 0;
    expect((more + 2_000) / 2).toBeGreaterThan(3_800);
    expect((more + 2_000) / 2).toBeLessThan(3_880);
    expect(moreNeeded(of(10, 100), of(10, 100))).toBeNull();
  });
});

describe('the arms', () => {
  it('may differ from how they were drawn as chance does, and no further', () => {
    expect(armsAreSkewed(1_000, 9_000, 10)).toBe(false);
    expect(armsAreSkewed(1_080, 8_920, 10)).toBe(false);
    expect(armsAreSkewed(1_110, 8_890, 10)).toBe(true);
    expect(armsAreSkewed(890, 9_110, 10)).toBe(true);
  });

  it('are not judged while there are few', () => {
    expect(armsAreSkewed(0, 40, 10)).toBe(false);
  });
});

/** Numbers from 0 to below 1, the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
