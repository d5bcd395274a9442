import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnLatency, publishedLatency } from './latency-distribution.ts';
import { MAX_POLL_INTERVAL_MS, type PollPlan, planPolls } from './poll-plan.ts';
import { nextPollIn } from './poll-schedule.ts';
import { RECORD_LIFE_MS } from './try-on.ts';

const plan = planPolls(learnLatency([], publishedLatency), 0.1);

const anyPlan = fc
  .record({
    medianMs: fc.integer({ min: 20, max: 300_000 }),
    sigma: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
    price: fc.double({ min: 0.03, max: 5, noNaN: true }),
  })
  .map(({ price, ...prior }) => planPolls(learnLatency([], prior), price));
const anyJitter = fc.double({ min: 0, max: 0.999, noNaN: true });

/** The times of all polls of a job that does not end, in milliseconds since submission. */
function follow(followed: PollPlan, jitter: () => number, answerMs = 0): number[] {
  const polls: number[] = [];
  let at = 0;
  while (at < RECORD_LIFE_MS) {
    at += nextPollIn(at, followed, jitter());
    polls.push(at);
    at += answerMs;
  }
  return polls;
}

describe('following a poll plan', () => {
  it('asks at each planned time once, whichever way the jitter falls', () => {
    fc.assert(
      fc.property(fc.array(anyJitter, { minLength: 5, maxLength: 50 }), (jitters) => {
        let drawn = 0;
        const polls = follow(plan, () => jitters[drawn++ % jitters.length] ?? 0);
        polls.slice(0, 20).forEach((at, k) => {
          expect(Math.abs(at - (plan.timesMs[k] ?? 0))).toBeLessThanOrEqual(150);
        });
      }),
    );
  });

  it('keeps to the plan when answers take their time', () => {
    const polls = follow(plan, () => 0.5, 250);
    expect(polls.slice(0, 20)).toEqual(plan.timesMs.slice(0, 20));
  });

  it('does not ask again at once when the plan changes', () => {
    const tight = planPolls(learnLatency([], publishedLatency), 0.8);
    for (const at of tight.timesMs.slice(0, 5)) {
      expect(nextPollIn(at, plan, 0)).toBeGreaterThan(200);
      expect(nextPollIn(at - 150, tight, 0)).toBeGreaterThan(1_000);
    }
  });

  it('spreads try-ons that were submitted together', () => {
    const early = nextPollIn(0, plan, 0);
    const late = nextPollIn(0, plan, 0.999);
    expect(late - early).toBeGreaterThan(200);
  });

  it('always waits a bounded, positive time', () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.integer({ min: 0, max: 2 * RECORD_LIFE_MS }),
        anyJitter,
        (followed, elapsed, jitter) => {
          const wait = nextPollIn(elapsed, followed, jitter);
          expect(wait).toBeGreaterThanOrEqual(100);
          expect(wait).toBeLessThanOrEqual(MAX_POLL_INTERVAL_MS);
        },
      ),
    );
  });

  it('asks in the last fifteen seconds of the record, whenever it was asked before', () => {
    fc.assert(
      fc.property(anyPlan, anyJitter, fc.nat(2_000), (followed, jitter, answerMs) => {
        const polls = follow(followed, () => jitter, answerMs);
        const last = polls.findLast((at) => at < RECORD_LIFE_MS) ?? 0;
        expect(RECORD_LIFE_MS - last).toBeLessThanOrEqual(MAX_POLL_INTERVAL_MS);
      }),
      { numRuns: 50 },
    );
  });
});
