import { setTimeout as pause } from 'node:timers/promises';
import { HOLD_SECONDS } from '#lib/client/try-on-polling.ts';
import type { App } from '../scripts/app.ts';
import type { Life } from '../scripts/command.ts';
import { serveEmptyPage } from './empty-page.ts';
import { ask, browserHeaders, loadFor, openConnection } from './load.ts';
import { startProductionApp } from './production-app.ts';
import type { Findings, Row } from './report.ts';
import { seedShoppers } from './seeded-shoppers.ts';
import { quantile } from './times.ts';
import { type Changed, WaitingShoppers } from './waiting-shoppers.ts';

/**
 * Shoppers who all wait at once on one process, while try-ons change at the rate at which workers carry
 * them: target P5. Then how many changes more there may be, and what it is like when the connection on
 * which changes are heard breaks. Beside it as many as a handler that does nothing could serve if each
 * asked every two seconds.
 */
const SHOPPERS = 5_000;
const CHANGES_PER_SECOND = 100;
const ROUNDS = 3;
const ROUND_SECONDS = 6;
const TOLD_WITHIN_MS = 500;
const NEARLY_ALL = 0.999;
const STEPS = [200, 400, 600, 800];
const STEP_SECONDS = 5;
/** A rate that was not reached says nothing of what that many changes are like. */
const REACHED = 0.95;
/** Questions that are between two holds when it is counted how many are open. */
const SETTLE_MS = 500;
const ASK_EVERY_SECONDS = 2;

export async function benchWaiters(life: Life): Promise<Findings> {
  const app = await startProductionApp(life, { sandboxFlags: ['--instant'] });
  const shoppers = await seedShoppers(app, SHOPPERS, ['queued', 'running', 'running', 'saving']);
  const bare = await serveEmptyPage(life);
  const servable = await servableByPolling(bare);

  const before = await processFigures(app);
  const waiting = new WaitingShoppers(app.url, app.env.DATABASE_URL ?? '', shoppers);
  life.cleanUp(() => waiting.stop());
  const opened = await waiting.comeAtOnce();
  const atOpening = { ...waiting.wrong };
  const open = await processFigures(app);
  // Every hold ends once in that time.
  await pause(HOLD_SECONDS * 1000);
  const rest = await processFigures(app);
  const renewals = waiting.renewals;
  const connections = await waiting.countConnections();

  const rounds: (Changed & { open: number; errors: number })[] = [];
  const collected: Record<string, Row> = {};
  let under = rest;
  for (let round = 0; round < ROUNDS; round += 1) {
    const errors = waiting.errors;
    const from = await processFigures(app);
    const changed = await waiting.changeSome(CHANGES_PER_SECOND, ROUND_SECONDS);
    // Whoever was told asks on.
    await pause(SETTLE_MS);
    rounds.push({ ...changed, open: waiting.open, errors: waiting.errors - errors });
    under = await processFigures(app);
    collected[`round ${round + 1}`] = withCollections(changed, from, under);
  }

  const [broken] = await Promise.all([
    waiting.changeSome(CHANGES_PER_SECOND, STEP_SECONDS),
    pause(1_000).then(() => waiting.breakFeed()),
  ]);

  const steps: Record<string, Row> = {};
  let highest = rounds.every((round) => toldInTime(round, CHANGES_PER_SECOND))
    ? CHANGES_PER_SECOND
    : 0;
  for (const rate of highest > 0 ? STEPS : []) {
    const before = waiting.errors;
    const from = await processFigures(app);
    const changed = await waiting.changeSome(rate, STEP_SECONDS);
    const errors = waiting.errors - before;
    collected[`${rate} changes/s`] = withCollections(changed, from, await processFigures(app));
    steps[`${rate} changes/s`] = {
      ...latencies(changed.told),
      'told in time %': shareWithin(changed.told) * 100,
      'p99 from when it was due': quantile(changed.toldFromDue, 0.99),
      'reached/s': changed.reached,
      errors,
    };
    if (!toldInTime({ ...changed, errors }, rate)) break;
    highest = rate;
  }
  await waiting.stop();

  const row = 'P5' as const;
  return {
    figures: [
      {
        row,
        what: `waiting at once and told within ${TOLD_WITHIN_MS} ms, but for one in a thousand`,
        unit: 'shoppers',
        rounds: rounds.map((round) => (toldInTime(round, CHANGES_PER_SECOND) ? round.open : 0)),
        target: { atLeast: SHOPPERS },
        by: 'worst',
      },
      {
        row,
        what: `commit to the whole answer at ${CHANGES_PER_SECOND} changes/s, longest`,
        unit: 'ms',
        rounds: rounds.map(({ told }) => quantile(told, 1)),
        target: { atMost: TOLD_WITHIN_MS },
        by: 'worst',
      },
      {
        row,
        what: 'the same, p99',
        unit: 'ms',
        rounds: rounds.map(({ told }) => quantile(told, 0.99)),
      },
      {
        row,
        what: 'the same, p50',
        unit: 'ms',
        rounds: rounds.map(({ told }) => quantile(told, 0.5)),
      },
      {
        row,
        what: 'the same from when it was due, a wait for a writer included, p99',
        unit: 'ms',
        rounds: rounds.map(({ toldFromDue }) => quantile(toldFromDue, 0.99)),
      },
      { row, what: 'most changes that are told in time', unit: '/s', rounds: [highest] },
      {
        row,
        what: `a bare handler, each asking every ${ASK_EVERY_SECONDS} s`,
        unit: 'shoppers',
        rounds: servable,
        yardstick: true,
      },
    ],
    tables: [
      { title: `${SHOPPERS} waiting, changes at a rising rate, ms`, rows: steps },
      {
        title: 'what was told latest, and collections of the server’s whole heap meanwhile',
        rows: collected,
      },
      {
        title: 'the connection for changes broken in the midst of them, ms',
        rows: { [`${CHANGES_PER_SECOND} changes/s`]: latencies(broken.told) },
      },
      {
        title: `${SHOPPERS} pages opened in the same instant, ms to the first answer`,
        rows: { opened: { ...latencies(opened), ...atOpening } },
      },
      { title: 'errors in all, by what went wrong', rows: { errors: { ...waiting.wrong } } },
      {
        title: 'the server process',
        rows: {
          'nobody there': { 'RSS MB': before.rss / 1e6 },
          [`${SHOPPERS} waiting`]: {
            'RSS MB': rest.rss / 1e6,
            'CPU %': busy(open, rest),
            'renewals/s': renewals / HOLD_SECONDS,
            'connections to the database': connections,
          },
          [`and ${CHANGES_PER_SECOND} changes/s`]: {
            'RSS MB': under.rss / 1e6,
            'CPU %': busy(rest, under),
          },
        },
      },
    ],
  };
}

const shareWithin = (told: number[]) =>
  told.filter((ms) => ms <= TOLD_WITHIN_MS).length / told.length;

const toldInTime = ({ told, reached, errors }: Changed & { errors: number }, rate: number) =>
  shareWithin(told) >= NEARLY_ALL && reached >= REACHED * rate && errors === 0;

const latencies = (times: number[]) => ({
  p50: quantile(times, 0.5),
  p99: quantile(times, 0.99),
  longest: quantile(times, 1),
});

const withCollections = ({ told }: Changed, from: ProcessFigures, to: ProcessFigures): Row => ({
  'longest ms': quantile(told, 1),
  'whole collections': to.collections - from.collections,
  'loop stood for ms, at most': to.loopStoodMs,
  'CPU %': busy(from, to),
});

async function servableByPolling(url: string): Promise<number[]> {
  const served: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const { perSecond } = await loadFor(url, {
      connections: 50,
      seconds: 2,
      next: () => ({ path: '/api/bare', headers: browserHeaders }),
      expected: 200,
    });
    // The first round is for warming up.
    if (round >= 0) served.push(perSecond * ASK_EVERY_SECONDS);
  }
  return served;
}

interface ProcessFigures {
  at: number;
  rss: number;
  cpuSeconds: number;
  /** Of the whole heap, so far. */
  collections: number;
  /** The longest since it was asked last. */
  loopStoodMs: number;
}

/** As the server itself tells them to whoever watches it. */
async function processFigures({ url, env }: App): Promise<ProcessFigures> {
  const connection = openConnection(url);
  const { body } = await ask(connection, {
    path: '/api/metrics',
    headers: { authorization: `Bearer ${env.METRICS_TOKEN}` },
  });
  await connection.close();
  const lines = new Map(
    body
      .toString()
      .split('\n')
      .map((line) => line.split(' ') as [name: string, value: string]),
  );
  const value = (name: string) => Number(lines.get(name));
  return {
    at: performance.now(),
    rss: value('process_resident_memory_bytes'),
    cpuSeconds: value('process_cpu_seconds_total'),
    collections: value('nodejs_gc_duration_seconds_count{kind="major"}') || 0,
    loopStoodMs: value('nodejs_eventloop_lag_max_seconds') * 1000,
  };
}

const busy = (from: ProcessFigures, to: ProcessFigures) =>
  ((to.cpuSeconds - from.cpuSeconds) / ((to.at - from.at) / 1000)) * 100;
