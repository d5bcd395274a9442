// How much hardware so many shoppers take, from what one of each thing costs. Pure: numbers in, numbers out.
import { learnLatency, publishedLatency } from '#lib/domain/latency-distribution.ts';
import {
  affordableCalls,
  affordablePlan,
  POLL_PRICES,
  rememberPlans,
} from '#lib/domain/poll-price.ts';

/** Measured, in milliseconds of one processor. */
export interface Costs {
  /** Taking a try-on in. */
  submit: { web: number; database: number };
  /** From the queue to the saved picture. */
  carry: { worker: number; decoder: number; database: number };
  /** One answer to somebody who waits. */
  answer: { web: number; database: number };
  /** One page of the shop. */
  page: { web: number; database: number };
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
  workers: number;
  connections: number;
  databaseCores: number;
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
/** Connections of a process: its pool, its ear for changes, and the pool of the background work. */
const CONNECTIONS_EACH = 12 + 1 + 4;
/** Calls of a try-on that are no polls. */
const OTHER_CALLS = 2;
const MINUTE_MS = 60_000;

const distribution = learnLatency([], publishedLatency);
const planAt = rememberPlans(distribution);

export function capacity(costs: Costs, demand: Demand, means: Means): Answer {
  const { shoppers, pagesPerMinute, tryOnsPerMinute } = demand;
  const calls = Math.max(1, Math.floor(demand.callsPerMinute * OURS));
  const openSeconds = publishedLatency.medianMs / 1000;
  const openTryOns = (tryOnsPerMinute / 60) * openSeconds;
  const affordable = affordableCalls({
    callsPerMinute: calls,
    openTryOns,
    medianSeconds: openSeconds,
  });
  const plan = affordablePlan(affordable, planAt);
  const fewest = planAt(POLL_PRICES.at(-1) ?? 1).polls + OTHER_CALLS;
  const callsEach = plan.polls + OTHER_CALLS;
  const waitingAtOnce = (tryOnsPerMinute / 60) * (openSeconds + plan.delaySeconds);

  const { submit, carry, answer, page } = costs;
  const eachTryOn = {
    web: submit.web + costs.answersEach * answer.web,
    worker: carry.worker,
    decoder: carry.decoder,
    database: submit.database + carry.database + costs.answersEach * answer.database,
  };
  const pages = (shoppers * pagesPerMinute) / MINUTE_MS;
  const cores = (part: keyof typeof eachTryOn, ofPages = 0) =>
    (tryOnsPerMinute / MINUTE_MS) * eachTryOn[part] + pages * ofPages;

  const web = cores('web', page.web);
  const database = cores('database', page.database);
  const webNodes = Math.max(1, Math.ceil(web / BUSY), Math.ceil(waitingAtOnce / costs.waitingEach));
  // The loop of a worker is one processor; its decoders are others.
  const workers = Math.max(1, Math.ceil(cores('worker') / BUSY));
  const connections = (webNodes + workers) * CONNECTIONS_EACH;
  const has = means.databaseCores * BUSY;

  const perTryOn = (wall: Omit<Wall, 'standsAt'>, fixed = 0): Wall => ({
    ...wall,
    standsAt: (tryOnsPerMinute * (wall.has - fixed)) / (wall.needs - fixed),
  });
  const walls = [
    perTryOn({
      name: 'the provider’s plan',
      needs: tryOnsPerMinute * fewest,
      has: calls,
      unit: 'calls a minute, at the fewest a try-on',
      movedBy: 'a plan with more calls',
    }),
    perTryOn({
      name: 'the row of the budget',
      needs: ((tryOnsPerMinute * callsEach) / MINUTE_MS) * costs.gateHeldMs,
      has: BUSY,
      unit: 'of each second held',
      movedBy: 'a disk that is quicker to confirm, or a budget that is split over several rows',
    }),
    perTryOn(
      {
        name: 'the database’s processors',
        needs: database,
        has,
        unit: 'processors',
        movedBy: 'a larger database; pages read from a replica',
      },
      pages * page.database,
    ),
    perTryOn({
      name: 'the database’s connections',
      needs: connections,
      has: means.databaseConnections,
      unit: 'connections',
      movedBy: 'max_connections, or smaller pools',
    }),
  ];
  return {
    webNodes,
    workers,
    connections,
    databaseCores: Math.ceil(database / BUSY),
    waitingAtOnce,
    callsEach,
    delaySeconds: plan.delaySeconds,
    walls: walls.toSorted((a, b) => b.needs / b.has - a.needs / a.has),
  };
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
