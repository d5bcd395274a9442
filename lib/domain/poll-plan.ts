import {
  type LatencyCurve,
  type LatencyDistribution,
  latencyCurve,
} from './latency-distribution.ts';
import { RECORD_LIFE_MS } from './try-on.ts';

/**
 * When to ask the provider whether a try-on is done. A poll is a call out of the rate budget, and
 * most answer "not yet"; too few of them leave people waiting for what is done. The plan is the
 * schedule with the lowest expected
 *
 *     seconds from COMPLETED to the poll that sees it  +  price × number of polls
 *
 * where the price of a call is in seconds of waiting. Found by dynamic programming, backwards over
 * a grid of times: what comes after a poll depends on nothing but its time.
 */
export interface PollPlan {
  /** Ascending milliseconds since submission, to the end of the record's hour. */
  readonly timesMs: readonly number[];
  /** How many polls a try-on is expected to take. */
  readonly polls: number;
  /** Expected seconds from COMPLETED to the poll that sees it. */
  readonly delaySeconds: number;
}

/** However rare polls become, none is further from the one before. */
export const MAX_POLL_INTERVAL_MS = 15_000;
export const MIN_POLL_INTERVAL_MS = 100;

/** Leaves time to fetch the picture of a job that was done in the last minutes of its record. */
const LAST_CHANCE_MS = RECORD_LIFE_MS - 10_000;

const GRID_STEPS = 200;
const MIN_STEP_MS = 10;
const MAX_STEP_MS = MAX_POLL_INTERVAL_MS / 10;
/** The part of the tail that is planned; after it the rule of `tailGap` is as good. */
const TAIL_PLANNED_MS = 60_000;

/**
 * @param price of a call, in seconds of waiting.
 * @param steps how finely the bulk of the distribution is cut; more is slower by their square.
 */
export function planPolls(
  distribution: LatencyDistribution,
  price: number,
  steps = GRID_STEPS,
): PollPlan {
  const curve = latencyCurve(distribution);
  const grid = gridOf(curve, steps);
  const rest = tailTimes(grid.at(-1) ?? 0, price);
  const timesMs = [...bestTimes(grid, curve, price, rest), ...rest];
  return { timesMs, ...expectedOf(timesMs, curve) };
}

/** What a schedule costs on average if latencies are distributed like this. */
export function judgeSchedule(
  timesMs: readonly number[],
  distribution: LatencyDistribution,
): { polls: number; delaySeconds: number } {
  return expectedOf(timesMs, latencyCurve(distribution));
}

function expectedOf(timesMs: readonly number[], curve: LatencyCurve) {
  let polls = 0;
  let delayMs = 0;
  let before = 0;
  for (const at of timesMs) {
    polls += 1 - curve.share(before);
    delayMs += delayBetween(curve, before, at);
    before = at;
  }
  return { polls, delaySeconds: delayMs / 1000 };
}

/** Milliseconds from COMPLETED to the poll at `to`, times the share that completes in between. */
const delayBetween = (curve: LatencyCurve, from: number, to: number) =>
  curve.waited(to) - curve.waited(from) - curve.share(from) * (to - from);

/**
 * From 0: through the bulk evenly in time and, besides, evenly in what is done; then ever wider. No
 * step is longer than a tenth of the longest gap.
 */
function gridOf(curve: LatencyCurve, steps: number): number[] {
  const low = Math.max(MIN_POLL_INTERVAL_MS, curve.quantile(0.0005));
  const high = Math.max(low, curve.quantile(0.995));
  const horizon = Math.min(LAST_CHANCE_MS, high + TAIL_PLANNED_MS);
  const bulkStep = Math.min(MAX_STEP_MS, Math.max(MIN_STEP_MS, (high - low) / steps));
  const times: number[] = [];
  let at = 0;
  while (at < horizon) {
    if (at < low) at = Math.min(low, at + MAX_STEP_MS);
    else if (at < high) at += bulkStep;
    else at += Math.min(MAX_STEP_MS, Math.max(bulkStep, 0.04 * at));
    times.push(Math.min(at, horizon));
  }
  for (let i = 1; i < steps; i += 1) times.push(curve.quantile(i / steps));
  // While nothing is done yet, the longest gaps are the best.
  for (let far = MAX_POLL_INTERVAL_MS; far < high; far += MAX_POLL_INTERVAL_MS) times.push(far);

  const grid = [0];
  for (const time of times.sort((a, b) => a - b)) {
    if (time < MIN_POLL_INTERVAL_MS || time > horizon) continue;
    if (time - (grid.at(-1) ?? 0) >= MIN_STEP_MS) grid.push(time);
  }
  return grid;
}

function bestTimes(
  grid: readonly number[],
  curve: LatencyCurve,
  price: number,
  rest: readonly number[],
): number[] {
  const last = grid.length - 1;
  const times = Float64Array.from(grid);
  const shares = times.map((at) => curve.share(at));
  const waited = times.map((at) => curve.waited(at));
  const priceMs = price * 1000;
  /** Lowest cost of all that comes after a poll at this time, and where the next poll is then. */
  const costs = new Float64Array(grid.length);
  const next = new Int32Array(grid.length).fill(last);

  const after = [grid[last] ?? 0, ...rest];
  for (let i = 1; i < after.length; i += 1) {
    const from = after[i - 1] ?? 0;
    const pending = 1 - curve.share(from);
    costs[last] = (costs[last] ?? 0) + priceMs * pending + delayBetween(curve, from, after[i] ?? 0);
  }

  for (let i = last - 1; i >= 0; i -= 1) {
    const from = times[i] ?? 0;
    const done = shares[i] ?? 0;
    const fixed = priceMs * (1 - done) - (waited[i] ?? 0) + done * from;
    let best = Number.POSITIVE_INFINITY;
    for (let k = i + 1; k <= last; k += 1) {
      const to = times[k] ?? 0;
      if (to - from > MAX_POLL_INTERVAL_MS) break;
      // The last step of the grid may be a short one: it is the way on, whatever its length.
      if (to - from < MIN_POLL_INTERVAL_MS && k < last) continue;
      const cost = fixed + (waited[k] ?? 0) - done * to + (costs[k] ?? 0);
      if (cost < best) {
        best = cost;
        next[i] = k;
      }
    }
    costs[i] = best;
  }

  const plan: number[] = [];
  for (let i = next[0] ?? last; ; i = next[i] ?? last) {
    plan.push(times[i] ?? 0);
    if (i >= last) return plan;
  }
}

/**
 * The best even spacing where the hazard is h: a poll costs `price` each gap, and what completes in
 * a gap waits half of it, so gap = √(2 × price / h); in the tail h = 1 / t.
 */
const tailGap = (atMs: number, price: number) =>
  Math.min(
    MAX_POLL_INTERVAL_MS,
    Math.max(MIN_POLL_INTERVAL_MS, Math.sqrt(2 * price * 1000 * atMs)),
  );

function tailTimes(fromMs: number, price: number): number[] {
  const times: number[] = [];
  let at = fromMs + tailGap(fromMs, price);
  while (at < LAST_CHANCE_MS) {
    times.push(at);
    at += tailGap(at, price);
  }
  if (fromMs < LAST_CHANCE_MS) times.push(LAST_CHANCE_MS);
  times.push(RECORD_LIFE_MS);
  return times;
}
