import {
  type LatencyDistribution,
  learnLatency,
  publishedLatency,
} from '#lib/domain/latency-distribution.ts';
import { secondsAtProvider } from '#lib/domain/latency-sample.ts';
import { type PollPlan, planPolls } from '#lib/domain/poll-plan.ts';
import { affordableCalls, affordablePlan, rememberPlans } from '#lib/domain/poll-price.ts';
import { nextPollIn } from '#lib/domain/poll-schedule.ts';
import { type Draw, logNormal, mixture, seededRandom } from './latencies.ts';
import type { Bench, Figure, Row } from './report.ts';

/**
 * Provider calls and waiting of our polls beside others, on the same latencies: targets P1 and P2
 * for the part that the plan decides. The provider's and the browser's own times are left out.
 */

const TRY_ONS = 200_000;
/** Ours is learned this often from new samples, since one sample may be lucky. */
const LEARNED = 40;
const SAMPLE = 200;
const FIRST_FEW = 12;
/** Try-ons that a plan which is never told the provider's times has followed before it is judged. */
const FOLLOWED = 1_000;
/** Each draws its latencies anew. */
const ROUNDS = 3;
/** The one that the targets speak of. */
const PROVIDERS = 'log-normal, σ 0.35';
/** The submit and the result. */
const OTHER_CALLS = 2;

const scenarios = {
  'log-normal, σ 0.2': logNormal(7_620, 0.2),
  [PROVIDERS]: logNormal(7_620, 0.35),
  'log-normal, σ 0.6': logNormal(7_620, 0.6),
  'bimodal, 5 s and 14 s': mixture(logNormal(5_000, 0.15), logNormal(14_000, 0.15), 0.7),
} satisfies Record<string, Draw>;

/** Prices of a call in seconds of waiting: calls to spare, and few of them. */
const budgets = { idle: 0.1, tight: 0.8 };

const OURS = `ours, ${SAMPLE} learned`;
const BEST = 'best possible';
const OVER = 'over best %';

/** Tells the delay in milliseconds and the polls of one try-on. */
type Follow = (
  latencyMs: number,
  random: () => number,
) => { delayMs: number; polls: number; lastPendingMs?: number };

const everyFrom =
  (firstMs: number, gapMs: number): Follow =>
  (latencyMs) => {
    const polls = Math.max(1, Math.ceil((latencyMs - firstMs) / gapMs) + 1);
    return { delayMs: firstMs + (polls - 1) * gapMs - latencyMs, polls };
  };

const ours =
  (plan: PollPlan): Follow =>
  (latencyMs, random) => {
    let at = 0;
    let lastPendingMs = 0;
    let polls = 0;
    do {
      lastPendingMs = at;
      at += nextPollIn(at, plan, random());
      polls += 1;
    } while (at < latencyMs);
    return { delayMs: at - latencyMs, polls, lastPendingMs };
  };

const exactly =
  (plan: PollPlan): Follow =>
  (latencyMs) => {
    const index = plan.timesMs.findIndex((at) => at >= latencyMs);
    return { delayMs: (plan.timesMs[index] ?? latencyMs) - latencyMs, polls: index + 1 };
  };

function judge(
  latencies: Float64Array,
  price: number,
  followAt: (index: number) => Follow,
  random: () => number,
): Row {
  const delays = new Float64Array(latencies.length);
  let polls = 0;
  let delayMs = 0;
  latencies.forEach((latencyMs, i) => {
    const seen = followAt(i)(latencyMs, random);
    delays[i] = seen.delayMs;
    delayMs += seen.delayMs;
    polls += seen.polls;
  });
  delays.sort();
  const n = latencies.length;
  const quantile = (share: number) => (delays[Math.floor(share * n)] ?? 0) / 1000;
  const mean = delayMs / n / 1000;
  return {
    'mean delay s': mean,
    'median delay s': quantile(0.5),
    'p95 delay s': quantile(0.95),
    calls: polls / n + OTHER_CALLS,
    cost: mean + (price * polls) / n,
  };
}

const drawMany = (draw: Draw, count: number, random: () => number) =>
  Float64Array.from({ length: count }, () => draw(random));

/** As if the provider told its own time with each answer. */
function learnTold(draw: Draw, count: number, random: () => number): LatencyDistribution {
  const seconds = Array.from(drawMany(draw, count, random), (ms) => ms / 1000);
  return learnLatency(seconds, publishedLatency);
}

/** As if it told nothing: all that is learned comes from when we asked. */
function learnSeen(draw: Draw, price: number, random: () => number): LatencyDistribution {
  const seconds: number[] = [];
  let believed = learnLatency([], publishedLatency);
  let plan = planPolls(believed, price);
  for (let i = 1; i <= FOLLOWED; i += 1) {
    const latencyMs = draw(random);
    const { delayMs, lastPendingMs = 0 } = ours(plan)(latencyMs, random);
    const window = { afterMs: lastPendingMs, untilMs: latencyMs + delayMs };
    seconds.push(secondsAtProvider({}, window, believed, random()));
    if (i % 20 > 0) continue;
    believed = learnLatency(seconds.slice(-SAMPLE), publishedLatency);
    plan = planPolls(believed, price);
  }
  return believed;
}

/** The best schedule there is for these very latencies. */
function bestPlan(latencies: Float64Array, price: number): PollPlan {
  const sorted = latencies.toSorted();
  const quantiles = 4_000;
  const quantilesMs = Array.from(
    { length: quantiles },
    (_, i) => sorted[Math.floor(((i + 0.5) / quantiles) * sorted.length)] ?? 0,
  );
  return planPolls({ quantilesMs }, price, 800);
}

function rowsOf(draw: Draw, price: number, round = 0): Record<string, Row> {
  const random = seededRandom(20_261_122 + round);
  const latencies = drawMany(draw, TRY_ONS, random);
  const inTurn = (follows: Follow[]) => {
    const share = TRY_ONS / follows.length;
    return (index: number) => follows[Math.floor(index / share)] ?? everyFrom(1_000, 1_000);
  };
  const always = (follow: Follow) => () => follow;
  const learned = (learn: () => LatencyDistribution) =>
    inTurn(Array.from({ length: LEARNED }, () => ours(planPolls(learn(), price))));

  const all: [string, (index: number) => Follow][] = [
    ['each 1.0 s', always(everyFrom(1_000, 1_000))],
    ["vendor's SDK (at once, then each 1.0 s)", always(everyFrom(0, 1_000))],
    ['each 2.0 s', always(everyFrom(2_000, 2_000))],
    ['each 5.0 s', always(everyFrom(5_000, 5_000))],
    ['ours, nothing learned', always(ours(planPolls(learnLatency([], publishedLatency), price)))],
    [`ours, ${FIRST_FEW} learned`, learned(() => learnTold(draw, FIRST_FEW, random))],
    [OURS, learned(() => learnTold(draw, SAMPLE, random))],
    [`${OURS}, times untold`, learned(() => learnSeen(draw, price, random))],
    [BEST, always(exactly(bestPlan(latencies, price)))],
  ];
  const rows = Object.fromEntries(
    all.map(([name, followAt]) => [name, judge(latencies, price, followAt, random)]),
  );
  const best = rows[BEST]?.cost ?? 1;
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [
      name,
      { ...row, [OVER]: (100 * ((row.cost ?? best) - best)) / best },
    ]),
  );
}

/** What a try-on is given when so many share so few calls. */
function rowsOfBudgets(): Record<string, Row> {
  const believed = learnLatency([], publishedLatency);
  const planAt = rememberPlans(believed);
  const cases: [callsPerMinute: number, openTryOns: number][] = [
    [400, 1],
    [400, 10],
    [40, 1],
    [40, 2],
    [40, 3],
    [40, 10],
    [4, 1],
  ];
  return Object.fromEntries(
    cases.map(([callsPerMinute, openTryOns]) => {
      const medianSeconds = publishedLatency.medianMs / 1000;
      const affordable = affordableCalls({ callsPerMinute, openTryOns, medianSeconds });
      const plan = affordablePlan(affordable, planAt);
      return [
        `${callsPerMinute} calls a minute, ${openTryOns} open`,
        {
          affordable,
          calls: plan.polls + OTHER_CALLS,
          'mean delay s': plan.delaySeconds,
          'first poll s': (plan.timesMs[0] ?? 0) / 1000,
        },
      ];
    }),
  );
}

export const benchPolls: Bench = () => {
  const tables = Object.entries(scenarios).flatMap(([name, draw]) =>
    Object.entries(budgets).map(([budget, price]) => ({
      title: `${name}; budget ${budget}: a call is worth ${price} s`,
      rows: rowsOf(draw, price),
    })),
  );
  const figures: Figure[] = Object.entries(budgets).map(([budget, price]) => ({
    row: 'P2',
    what: `cost over the best possible schedule, budget ${budget}`,
    unit: '%',
    rounds: Array.from({ length: ROUNDS }, (_, round) => {
      const rows = rowsOf(scenarios[PROVIDERS], price, round + 1);
      return rows[OURS]?.[OVER] ?? Number.NaN;
    }),
    target: { atMost: 5 },
  }));
  const allowed = { title: 'What the budget allows (nothing learned)', rows: rowsOfBudgets() };
  return Promise.resolve({ figures, tables: [...tables, allowed] });
};
