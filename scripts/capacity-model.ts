// How much hardware so many shoppers take, from what one of each thing costs. Pure: numbers in, numbers out.
import { learnLatency, publishedLatency } from '#lib/domain/latency-distribution.ts';
import {
  affordableCalls,
  affordablePlan,
  POLL_PRICES,
  rememberPlans,
} from '#lib/domain/poll-price.ts';

/**
 * Measured, in milliseconds of one processor. The pictures of garments are not among them: they belong on a
 * cache in front.
 */
export interface Costs {
  /** Taking a try-on in. */
  submit: { web: number; database: number };
  /** From the queue to the saved picture. */
  carry: { worker: number; decoder: number; database: number };
  /** One answer to somebody who waits. */
  answer: { web: number; database: number };
  /** One page of the shop. */
  page: { web: number; database: number };
  /** One look or photo to whom it belongs: no cache may keep it, so each sight of it is one. */
  picture: { web: number; database: number };
  /** One photo, from what a browser sends to what is kept and the provider's picture of it. */
  photo: { web: number; database: number };
  /** How many answers somebody gets who waits for one try-on. */
  answersEach: number;
  /** How long one call to the provider keeps the row of the budget from all others, in milliseconds. */
  gateHeldMs: number;
  /** Shoppers whom one web process was seen to keep waiting. */
  waitingEach: number;
}

export interface Demand {
  /** Who have the shop open. */
  shoppers: number;
  pagesPerMinute: number;
  tryOnsPerMinute: number;
  /** Photos that are uploaded, and private pictures that are looked at, for each try-on. */
  photosEach: number;
  picturesEach: number;
  /** What the provider's plan allows. */
  callsPerMinute: number;
}

export interface Means {
  /** Of the database's machine. */
  databaseCores: number;
  databaseConnections: number;
}

export interface Wall {
  name: string;
  /** What the demand takes, and what there is, in `unit`. */
  needs: number;
  has: number;
  unit: string;
  /** Try-ons a minute at which it stands, with everything else as it is. */
  standsAt: number;
  movedBy: string;
}

export interface Answer {
  webNodes: number;
  /** Of all web nodes, none busier than is good. */
  webCores: number;
  workers: number;
  /** Of all workers with their decoders, and of the database, none busier than is good. */
  workerCores: number;
  databaseCores: number;
  connections: number;
  waitingAtOnce: number;
  callsEach: number;
  /** From the provider's being done to our seeing it, in seconds. */
  delaySeconds: number;
  /** The nearest first. */
  walls: Wall[];
}

/** A process that is busier than this makes people wait for its being busy. */
const BUSY = 0.7;
/** Of the plan; the rest is for what others do with the same key (`lib/server/provider.ts`). */
const OURS = 0.8;
/** Connections of a process: its pool and that of the background work, each with its ear for what is new. */
const CONNECTIONS_EACH = 12 + 1 + 3 + 1;
/** Calls of a try-on that are no polls. */
const OTHER_CALLS = 2;
const MINUTE_MS = 60_000;

const distribution = learnLatency([], publishedLatency);
const planAt = rememberPlans(distribution);
/** At the dearest price of a call. */
const FEWEST_CALLS = planAt(POLL_PRICES[POLL_PRICES.length - 1] ?? 1).polls + OTHER_CALLS;

export function capacity(costs: Costs, demand: Demand, means: Means): Answer {
  const takes = sizeOf(costs, demand);
  const walls = wallsOf(costs, means).map(({ needsOf, has, ...wall }) => ({
    ...wall,
    has,
    needs: needsOf(takes, demand),
    standsAt: highestRate((tryOnsPerMinute) => {
      const more = { ...demand, tryOnsPerMinute };
      return needsOf(sizeOf(costs, more), more) <= has;
    }),
  }));
  return { ...takes, walls: walls.toSorted((a, b) => b.needs / b.has - a.needs / a.has) };
}

type Size = Omit<Answer, 'walls'>;

function sizeOf(costs: Costs, demand: Demand): Size {
  const { shoppers, pagesPerMinute, tryOnsPerMinute, photosEach, picturesEach } = demand;
  const openSeconds = publishedLatency.medianMs / 1000;
  const affordable = affordableCalls({
    callsPerMinute: ourCalls(demand),
    openTryOns: (tryOnsPerMinute / 60) * openSeconds,
    medianSeconds: openSeconds,
  });
  const plan = affordablePlan(affordable, planAt);
  const waitingAtOnce = (tryOnsPerMinute / 60) * (openSeconds + plan.delaySeconds);

  const { submit, carry, answer, page, picture, photo } = costs;
  const cores = (perMinute: number, ms: number) => (perMinute / MINUTE_MS) * ms;
  const shopping = (part: 'web' | 'database') =>
    cores(tryOnsPerMinute, submit[part] + costs.answersEach * answer[part]) +
    cores(tryOnsPerMinute, picturesEach * picture[part] + photosEach * photo[part]) +
    cores(shoppers * pagesPerMinute, page[part]);
  const web = shopping('web');
  const webNodes = Math.max(1, Math.ceil(web / BUSY), Math.ceil(waitingAtOnce / costs.waitingEach));
  // The loop of a worker is one processor; its decoders are others.
  const workers = Math.max(1, Math.ceil(cores(tryOnsPerMinute, carry.worker) / BUSY));
  return {
    webNodes,
    webCores: web / BUSY,
    workers,
    workerCores: cores(tryOnsPerMinute, carry.worker + carry.decoder) / BUSY,
    connections: (webNodes + workers) * CONNECTIONS_EACH,
    databaseCores: (shopping('database') + cores(tryOnsPerMinute, carry.database)) / BUSY,
    waitingAtOnce,
    callsEach: plan.polls + OTHER_CALLS,
    delaySeconds: plan.delaySeconds,
  };
}

interface Resource extends Omit<Wall, 'needs' | 'standsAt'> {
  needsOf(size: Size, demand: Demand): number;
}

const wallsOf = (costs: Costs, means: Means): Resource[] => [
  {
    name: 'the provider’s plan',
    needsOf: (_, demand) => (demand.tryOnsPerMinute * FEWEST_CALLS) / ourCalls(demand),
    has: 1,
    unit: 'of our calls, at the fewest a try-on',
    movedBy: 'a plan with more calls',
  },
  {
    name: 'the row of the budget',
    needsOf: ({ callsEach }, { tryOnsPerMinute }) =>
      ((tryOnsPerMinute * callsEach) / MINUTE_MS) * costs.gateHeldMs,
    has: BUSY,
    unit: 'of each second held',
    movedBy: 'a disk that confirms sooner, or a budget that is split over several rows',
  },
  {
    name: 'the database’s processors',
    needsOf: ({ databaseCores }) => databaseCores,
    has: means.databaseCores,
    unit: 'processors',
    movedBy: 'a larger database; pages read from a replica',
  },
  {
    name: 'the database’s connections',
    needsOf: ({ connections }) => connections,
    has: means.databaseConnections,
    unit: 'connections',
    movedBy: 'max_connections, or smaller pools',
  },
];

const ourCalls = ({ callsPerMinute }: Demand) => Math.max(1, Math.floor(callsPerMinute * OURS));

/** The most try-ons a minute that still fit, to a thousandth; nothing when none do. */
function highestRate(fits: (tryOnsPerMinute: number) => boolean): number {
  let low = 0;
  let high = 1e7;
  if (fits(high)) return Number.POSITIVE_INFINITY;
  while (high - low > Math.max(0.001, low / 1000)) {
    const middle = low < 1 ? Math.sqrt(Math.max(low, 1e-4) * high) : (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Processors that so much work keeps busy, by part: what a measurement is held against. */
export function busyCores(
  { submit, carry, answer }: Costs,
  { tryOnsPerSecond, answersPerSecond }: { tryOnsPerSecond: number; answersPerSecond: number },
) {
  const of = (tryOn: number, told: number) =>
    (tryOnsPerSecond * tryOn + answersPerSecond * told) / 1000;
  return {
    web: of(submit.web, answer.web),
    workers: of(carry.worker + carry.decoder, 0),
    database: of(submit.database + carry.database, answer.database),
  };
}
