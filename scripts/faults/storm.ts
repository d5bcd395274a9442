import { setTimeout as pause } from 'node:timers/promises';
import { crashPoints } from '#lib/server/crash-points.ts';
import { pool } from '#lib/server/db.ts';
import { say } from '../progress.ts';
import { type Crowd, insist } from './crowd.ts';
import { examine, untilQuiet } from './examine.ts';
import { ambiguousFaults, type LineFault, networkFaults } from './fault-proxy.ts';
import type { Doom } from './fleet.ts';
import type { Figures, RoundReport } from './report.ts';
import type { Ending } from './restartable-postgres.ts';
import type { Stage } from './round.ts';

export interface StormOptions {
  kills: number;
  workers: number;
  /** Try-ons that wait and are free to be taken: enough that no worker is idle. */
  waiting: number;
  /** Milliseconds between two restarts of PostgreSQL. */
  restartEveryMs: { from: number; to: number };
  /** Share of provider calls that the line spoils. */
  spoilt: number;
  /** Whether nobody listens at the provider's address now and then. */
  refusing: boolean;
  /** How long after the last fault nothing may come to its end before all is called quiet. */
  patienceMs: number;
  /** No more kills after so long; null kills as many as were asked for, at every crash point. */
  withinMs: number | null;
}

/** Everything at once: workers die, PostgreSQL restarts, the line fails, people go on asking. */
export async function storm(
  { world, crowd, book }: Stage,
  options: StormOptions,
): Promise<RoundReport> {
  const { fleet, proxy, postgres } = world;
  const from = crowd.acknowledged.length;
  const deathsBefore = fleet.deaths.length;
  proxy.choose = () => (Math.random() < options.spoilt ? oneOf(networkFaults) : null);
  const raging = new AbortController();
  const { signal } = raging;
  const restarts: Record<Ending, number> = { fast: 0, immediate: 0 };

  const around = Promise.all([
    repeatUntil(
      signal,
      () => 60,
      () => keepAsking(crowd, options.waiting),
    ),
    repeatUntil(
      signal,
      () => 4_000,
      () => book.writeUp(),
    ),
    repeatUntil(
      signal,
      () => between(options.restartEveryMs),
      async () => {
        const ending: Ending =
          (restarts.fast + restarts.immediate) % 2 === 0 ? 'immediate' : 'fast';
        await postgres.restart(ending);
        restarts[ending] += 1;
      },
    ),
    ...(options.refusing
      ? [
          repeatUntil(
            signal,
            () => between({ from: 60_000, to: 120_000 }),
            () => proxy.refuse(700),
          ),
        ]
      : []),
  ]);
  // Awaited when the last worker is dead; until then a failure of it must not end the process.
  around.catch(() => {});
  const dooms = doomsOf(options.kills);
  let told = 0;
  const startedAt = Date.now();
  const next = () => {
    const died = fleet.deaths.length - deathsBefore;
    if (died >= told + 100) {
      told = died;
      say(`  ${died} kills, ${crowd.acknowledged.length - from} try-ons`);
    }
    const over = options.withinMs !== null && Date.now() - startedAt > options.withinMs;
    return over ? null : (dooms.pop() ?? null);
  };
  // A worker beside those that die takes over when the last of them is gone.
  await fleet.killAll(options.workers, next, (doom) => dooms.unshift(doom));
  raging.abort();
  await around;
  proxy.choose = () => null;

  const survivor = await fleet.start();
  const tryOns = crowd.acknowledged.slice(from);
  await untilQuiet(tryOns, options.patienceMs);
  survivor.child.kill('SIGKILL');
  const posts = await book.close();

  const spoilt = new Map<number, LineFault[]>();
  for (const { seed, fault } of proxy.submits) {
    if (fault) spoilt.set(seed, [...(spoilt.get(seed) ?? []), fault]);
  }
  const errorPages = (seed: number) =>
    (spoilt.get(seed) ?? []).filter((fault) => fault === 'html').length;
  const examined = await examine(world, tryOns, posts, ({ seed }) => ({
    forgottenAt: [],
    mayFail: errorPages(seed) > 1,
  }));
  const deaths = fleet.deaths.slice(deathsBefore);
  const causes = countBy(deaths.map(({ cause }) => cause));
  const missed = crashPoints.filter((point) => !causes[point]);
  const onTheLine = ({ seed }: { seed: number }) =>
    (spoilt.get(seed) ?? []).some((fault) => ambiguousFaults.includes(fault));
  const unknown = tryOns.filter(({ id }) => examined.endings.get(id) === 'unknown');
  const unexplained = unknown.filter(
    (tryOn) => !onTheLine(tryOn) && !examined.orphaned.has(tryOn.id),
  );
  return {
    name: `storm: ${deaths.length} kills`,
    faults: {
      ...causes,
      'PostgreSQL stopped at once': restarts.immediate,
      'PostgreSQL stopped fast': restarts.fast,
      ...Object.fromEntries(proxy.counts),
    },
    figures: {
      kills: deaths.length,
      'crash points': crashPoints.length - missed.length,
      ...examined.figures,
      'unknown by the line': unknown.filter(onTheLine).length,
      'unknown without a kill or the line': unexplained.length,
    },
    broken: [
      ...examined.complaints,
      ...(options.withinMs === null ? missed.map((point) => `nobody died at ${point}`) : []),
      ...(causes['by itself'] ? [`${causes['by itself']} workers ended by themselves`] : []),
    ],
  };
}

/** Every crash point in turn, first passes before later ones, with a random kill after every third. */
function doomsOf(kills: number): Doom[] {
  const dooms: Doom[] = [];
  for (let i = 0; dooms.length < kills; i += 1) {
    const point = crashPoints[i % crashPoints.length] ?? 'claimed';
    dooms.push({ kind: 'crash', point, pass: 1 + Math.floor(Math.random() * 4) });
    if (i % 3 === 2) dooms.push({ kind: 'kill', afterMs: Math.random() * 1_500 });
  }
  return dooms.slice(0, kills).reverse();
}

async function keepAsking(crowd: Crowd, wanted: number): Promise<void> {
  const { rows } = await insist(() =>
    pool().query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM "TryOn" WHERE state = 'queued' AND ("leaseUntil" IS NULL OR "leaseUntil" < now() AT TIME ZONE 'UTC')`,
    ),
  );
  const missing = wanted - (rows[0]?.waiting ?? 0);
  if (missing > 0) await crowd.askMany(Math.min(12, missing));
}

async function repeatUntil(
  signal: AbortSignal,
  everyMs: () => number,
  work: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    await pause(everyMs(), undefined, { signal }).catch(() => {});
    if (!signal.aborted) await work();
  }
}

const between = ({ from, to }: { from: number; to: number }) => from + Math.random() * (to - from);

const oneOf = <T>(choices: readonly T[]): T => {
  const chosen = choices[Math.floor(Math.random() * choices.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to choose from.');
  return chosen;
};

function countBy(names: string[]): Figures {
  const counts: Figures = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
