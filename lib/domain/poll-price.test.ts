import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnLatency, publishedLatency } from './latency-distribution.ts';
import { planPolls } from './poll-plan.ts';
import { affordableCalls, affordablePlan, POLL_PRICES, rememberPlans } from './poll-price.ts';

const published = learnLatency([], publishedLatency);
const planAt = rememberPlans(published);
const planFor = (callsPerMinute: number, openTryOns: number) =>
  affordablePlan(affordableCalls({ callsPerMinute, openTryOns, medianSeconds: 7.17 }), planAt);

describe('the price of a poll', () => {
  it('is lowest for the only try-on of a plan of fifty calls a minute', () => {
    expect(planFor(40, 1)).toEqual(planPolls(published, 0.1));
  });

  it('leaves four calls for each when three share them', () => {
    expect(planFor(40, 3).polls + 2).toBeLessThan(4.2);
  });

  it('lets a try-on a minute through a plan of five calls a minute', () => {
    expect(planFor(4, 1).polls + 2).toBeLessThan(4);
    expect(planFor(4, 50)).toEqual(planFor(4, 1));
  });

  it('takes no more calls than are there, as long as any plan does', () => {
    fc.assert(
      fc.property(fc.double({ min: 3.6, max: 20, noNaN: true }), (calls) => {
        expect(affordablePlan(calls, planAt).polls + 2).toBeLessThanOrEqual(calls);
      }),
    );
  });

  it('never falls as more try-ons are open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000 }), fc.nat(200), fc.nat(200), (rpm, one, two) => {
        const few = planFor(rpm, Math.min(one, two));
        expect(planFor(rpm, Math.max(one, two)).polls).toBeLessThanOrEqual(few.polls);
      }),
    );
  });

  it('makes each plan once', () => {
    const first = planAt(POLL_PRICES[2]);
    expect(planAt(POLL_PRICES[2])).toBe(first);
  });
});
