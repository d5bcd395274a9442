import type { LatencyDistribution } from './latency-distribution.ts';
import { type PollPlan, planPolls } from './poll-plan.ts';
import { bucketSize } from './sending-room.ts';

/**
 * What a call is worth, in seconds of somebody's waiting. With calls to spare, a tenth of a second:
 * five polls, each try-on seen half a second after it is done. When many try-ons share few calls,
 * a call spent on asking once more is one that another try-on has to wait for.
 */
export const POLL_PRICES = [0.1, 0.14, 0.2, 0.3, 0.45, 0.8, 1.5, 3] as const;

/** Calls of a try-on that are no polls: the submit and the result. */
const OTHER_CALLS = 2;

/**
 * Calls that each open try-on may use from submit to result, if all share the budget alike.
 *
 * @param medianSeconds how long a try-on is open at the provider.
 */
export function affordableCalls({
  callsPerMinute,
  openTryOns,
  medianSeconds,
}: {
  callsPerMinute: number;
  openTryOns: number;
  medianSeconds: number;
}): number {
  const calls = (callsPerMinute / 60) * medianSeconds + bucketSize(callsPerMinute, 0);
  return calls / Math.max(1, openTryOns);
}

/**
 * The plan at the lowest price whose calls can be afforded; at the highest price when none can.
 *
 * @param planAt plans at a price; give one that remembers.
 */
export function affordablePlan(calls: number, planAt: (price: number) => PollPlan): PollPlan {
  let plan = planAt(POLL_PRICES[0]);
  for (const price of POLL_PRICES.slice(1)) {
    if (plan.polls + OTHER_CALLS <= calls) break;
    plan = planAt(price);
  }
  return plan;
}

/** Plans of one distribution, each made once and only when it is asked for. */
export function rememberPlans(distribution: LatencyDistribution): (price: number) => PollPlan {
  const plans = new Map<number, PollPlan>();
  return (price) => {
    const known = plans.get(price);
    if (known) return known;
    const plan = planPolls(distribution, price);
    plans.set(price, plan);
    return plan;
  };
}
