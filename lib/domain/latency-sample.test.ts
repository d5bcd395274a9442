import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latencyCurve, learnLatency, publishedLatency } from './latency-distribution.ts';
import { type ProviderFigures, secondsAtProvider } from './latency-sample.ts';
import { planPolls } from './poll-plan.ts';
import { nextPollIn } from './poll-schedule.ts';

const unlearned = learnLatency([], publishedLatency);
const window = { afterMs: 6_000, untilMs: 7_000 };
const seconds = (figures: ProviderFigures, draw = 0.5) =>
  secondsAtProvider(figures, window, unlearned, draw);

describe('how long the provider took', () => {
  it('is what the provider says', () => {
    expect(seconds({ totalSeconds: 6.4, inferenceSeconds: 5, queueSeconds: 1.2 })).toBe(6.4);
    expect(seconds({ inferenceSeconds: 5, queueSeconds: 1.2 })).toBe(6.2);
  });

  it('is never longer than until we were told', () => {
    expect(seconds({ totalSeconds: 9 })).toBe(7);
    expect(seconds({ inferenceSeconds: 9 })).toBe(7);
  });

  it('is somewhere between the last poll and this one when the provider says nothing', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(100_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (one, other, draw) => {
          const afterMs = Math.min(one, other);
          const untilMs = Math.max(one, other);
          const drawn = secondsAtProvider({}, { afterMs, untilMs }, unlearned, draw);
          expect(drawn).toBeGreaterThanOrEqual(afterMs / 1000 - 1e-9);
          expect(drawn).toBeLessThanOrEqual(untilMs / 1000 + 1e-9);
        },
      ),
    );
  });

  it('is at least the time of the work alone', () => {
    expect(seconds({ inferenceSeconds: 6.8 }, 0)).toBeCloseTo(6.8, 3);
    expect(seconds({ totalSeconds: 0, inferenceSeconds: 0 }, 0)).toBeCloseTo(6, 3);
  });
});

/**
 * A thousand try-ons, planned from what the two hundred before them taught. The provider's true
 * times go evenly through a log-normal, in a scattered order.
 */
function learnOnTheJob(
  truth: { medianMs: number; sigma: number },
  told: (latencySeconds: number, untilSeconds: number) => ProviderFigures,
) {
  const curve = latencyCurve(learnLatency([], truth));
  // Multiples of an irrational number are spread evenly; different ones do not follow each other.
  const scattered = (i: number, step: number) => (0.5 + i * step) % 1;
  let believed = unlearned;
  let plan = planPolls(believed, 0.1);
  const learned: number[] = [];
  let polls = 0;
  let delayMs = 0;
  for (let i = 0; i < 1_000; i += 1) {
    const latencyMs = curve.quantile(scattered(i, Math.SQRT2));
    let at = 0;
    let afterMs = 0;
    for (let k = 1; at < latencyMs; k += 1) {
      afterMs = at;
      at += nextPollIn(at, plan, scattered(i + 17 * k, Math.sqrt(3)));
      if (i >= 800) polls += 1;
    }
    if (i >= 800) delayMs += at - latencyMs;
    const seen = { afterMs, untilMs: at };
    const figures = told(latencyMs / 1000, at / 1000);
    learned.push(secondsAtProvider(figures, seen, believed, scattered(i, Math.sqrt(5))));
    if (i % 10 === 9) {
      believed = learnLatency(learned.slice(-200), publishedLatency);
      plan = planPolls(believed, 0.1);
    }
  }
  const last = learned.slice(-200).toSorted((a, b) => a - b);
  return {
    medianRatio: ((last[100] ?? 0) * 1000) / truth.medianMs,
    spreadRatio: Math.log((last[168] ?? 0) / (last[32] ?? 1)) / (2 * truth.sigma),
    cost: delayMs / 200_000 + (0.1 * polls) / 200,
    best: (() => {
      const { polls: least, delaySeconds } = planPolls(learnLatency([], truth), 0.1);
      return delaySeconds + 0.1 * least;
    })(),
  };
}

describe('a thousand try-ons, each planned from those before', () => {
  const published = { medianMs: 7_170, sigma: 0.35 };
  const fast = { medianMs: 2_000, sigma: 0.3 };
  const slow = { medianMs: 20_000, sigma: 0.25 };

  it.each([published, fast, slow])('stay true with its word ($medianMs ms)', (truth) => {
    const end = learnOnTheJob(truth, (latency) => ({ totalSeconds: latency }));
    expect(Math.abs(end.medianRatio - 1)).toBeLessThan(0.03);
    expect(end.cost / end.best).toBeLessThan(1.05);
  });

  it.each([published, fast, slow])('stay near with half of it ($medianMs ms)', (truth) => {
    const end = learnOnTheJob(truth, (latency) => ({ inferenceSeconds: 0.85 * latency }));
    expect(Math.abs(end.medianRatio - 1)).toBeLessThan(0.06);
    expect(end.cost / end.best).toBeLessThan(1.1);
  });

  it.each([published, slow])('do not run after their own polls without ($medianMs ms)', (truth) => {
    const end = learnOnTheJob(truth, () => ({}));
    expect(Math.abs(end.medianRatio - 1)).toBeLessThan(0.06);
    expect(Math.abs(end.spreadRatio - 1)).toBeLessThan(0.2);
    expect(end.cost / end.best).toBeLessThan(1.1);
  });

  it('would run after their own polls if the moment we are told were taken for the end', () => {
    const naive = learnOnTheJob(published, (_, until) => ({ totalSeconds: until }));
    expect(naive.medianRatio).toBeGreaterThan(1.06);
  });
});
