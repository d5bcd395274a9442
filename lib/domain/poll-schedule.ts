import { MAX_POLL_INTERVAL_MS, MIN_POLL_INTERVAL_MS, type PollPlan } from './poll-plan.ts';

/**
 * A plan as it is followed: each poll a little before or after its planned time, so that try-ons
 * which were submitted together do not ask together.
 */

/** Width of the jitter: a tenth of the gap before the poll, which costs the plan next to nothing. */
const JITTER_SHARE = 0.1;
const MAX_JITTER_MS = 300;

/** How far from its planned time the k-th poll may be, either way. */
function slack({ timesMs }: PollPlan, k: number): number {
  const gap = (timesMs[k] ?? 0) - (timesMs[k - 1] ?? 0);
  return Math.min(MAX_JITTER_MS, JITTER_SHARE * gap) / 2;
}

/**
 * Of the gap before a poll, the least that must be left when another was made in between: too early,
 * or too late, or by another plan, since plans change with what is learned and with the budget.
 */
const LEAST_GAP_SHARE = 1 / 3;

/** The first poll that is far enough ahead of one made just now. */
function nextIndex(elapsedMs: number, { timesMs }: PollPlan): number {
  return timesMs.findIndex((at, k) => {
    const gap = at - (timesMs[k - 1] ?? 0);
    return at - elapsedMs >= Math.max(MIN_POLL_INTERVAL_MS, LEAST_GAP_SHARE * gap);
  });
}

/**
 * Milliseconds from now, when the provider was asked or given the try-on, until the next poll.
 *
 * @param elapsedMs since submission.
 * @param jitter a number in [0, 1).
 */
export function nextPollIn(elapsedMs: number, plan: PollPlan, jitter: number): number {
  const k = nextIndex(elapsedMs, plan);
  // Beyond the last planned poll only a clock that went back can still ask.
  if (k < 0) return MAX_POLL_INTERVAL_MS;
  const wait = (plan.timesMs[k] ?? 0) - elapsedMs + (2 * jitter - 1) * slack(plan, k);
  return Math.min(MAX_POLL_INTERVAL_MS, Math.max(MIN_POLL_INTERVAL_MS, wait));
}
