import { learnLatency, publishedLatency } from '#lib/domain/latency-distribution.ts';
import { affordableCalls, affordablePlan, rememberPlans } from '#lib/domain/poll-price.ts';
import type { Life } from '../scripts/command.ts';
import { Crowd } from '../scripts/faults/crowd.ts';
import { makeWorld } from '../scripts/faults/world.ts';
import { givenEnv } from '../scripts/local-env.ts';
import type { Findings } from './report.ts';

/**
 * Provider calls of a try-on while many share few: target P2. As soon as one has ended the next is
 * asked for, so that as many are open all the time. Counted are those that were begun first, however
 * long they take: the first to end would be those that needed few calls. Calls are submit, polls and
 * result: uploads of pictures do not count.
 */
const OPEN = 24;
const ROUNDS = 3;
const TRY_ONS = 24;
/** Of the provider's limit the app uses so much itself. */
const OURS = 0.8;
/** What a call is worth then, in seconds of waiting. */
const TIGHT = 0.8;

export async function benchTightBudget(life: Life): Promise<Findings> {
  const { medianMs } = publishedLatency;
  const rpm = tightRpm();
  const world = await makeWorld(givenEnv(), life, {
    leaseSeconds: 30,
    rpm: Math.ceil(rpm / OURS),
    believedLatencyMs: medianMs,
    sandboxFlags: [],
  });
  Object.assign(process.env, world.env, { NODE_ENV: 'production' });
  // Loaded only now: the server's code reads its variables when it loads.
  const { db, disconnect } = await import('#lib/server/db.ts');
  const { awaitTryOnChange, changeFeed } = await import('#lib/server/worker/change-feed.ts');
  const crowd = new Crowd();
  await crowd.prepare();
  await changeFeed().open();

  const whenEnded = async (id: string): Promise<string> => {
    const select = { version: true, finishedAt: true, requestId: true, state: true };
    let version = -1;
    for (;;) {
      const change = awaitTryOnChange(id, version, 5_000, life.stopped);
      const row = await db().tryOn.findUniqueOrThrow({ where: { id }, select });
      version = row.version;
      if (!row.finishedAt) {
        await change.done;
        continue;
      }
      change.cancel();
      if (row.state !== 'succeeded' || !row.requestId) throw new Error(`${id} is ${row.state}.`);
      return row.requestId;
    }
  };
  await world.fleet.start();
  const counted = ROUNDS * TRY_ONS;
  const requestIds: string[] = [];
  let asked = 0;
  let ended = 0;
  const askOn = async () => {
    // The last are only there so that those before them share their calls.
    while (ended < counted) {
      const place = asked;
      asked += 1;
      const { id } = await crowd.ask();
      const requestId = whenEnded(id);
      requestId.catch(() => {});
      const mine = await Promise.race([requestId, enough]);
      if (!mine || place >= counted) continue;
      requestIds[place] = mine;
      ended += 1;
      if (ended === counted) end(undefined);
    }
  };
  const { promise: enough, resolve: end } = Promise.withResolvers<undefined>();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: OPEN }, askOn));
  const minutes = (performance.now() - startedAt) / 60_000;
  const { byRequest, counts } = await world.sandbox.received();
  const { file: _, ...calls } = counts;
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const ids = requestIds.slice(round * TRY_ONS, (round + 1) * TRY_ONS);
    const each = ids.map((id) => {
      const { submit = 0, status = 0, result = 0 } = byRequest[id] ?? {};
      return submit + status + result;
    });
    return each.reduce((sum, one) => sum + one, 0) / ids.length;
  });
  await changeFeed().close();
  await disconnect();
  return {
    figures: [
      {
        row: 'P2',
        what: `provider calls a try-on but uploads, ${OPEN} open on ${rpm} calls a minute`,
        unit: 'calls',
        rounds,
        target: { atMost: 4.2 },
      },
    ],
    tables: [
      {
        title: 'All calls that the provider counts',
        rows: {
          'with those that were open at the end': {
            asked,
            ...calls,
            'a minute': Object.values(calls).reduce((sum, one) => sum + one, 0) / minutes,
          },
        },
      },
    ],
  };
}

/** Calls a minute in the middle of those on which so many are given the plan of a tight budget. */
function tightRpm(): number {
  const planAt = rememberPlans(learnLatency([], publishedLatency));
  const medianSeconds = publishedLatency.medianMs / 1000;
  const tight = planAt(TIGHT);
  const planFor = (callsPerMinute: number) =>
    affordablePlan(affordableCalls({ callsPerMinute, openTryOns: OPEN, medianSeconds }), planAt);
  let least = 1;
  while (planFor(least) !== tight) least += 1;
  let most = least;
  while (planFor(most + 1) === tight) most += 1;
  return Math.round((least + most) / 2);
}
