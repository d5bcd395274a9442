import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from '../scripts/command.ts';
import { sandboxControl } from '../scripts/faults/sandbox-control.ts';
import { openBrowser, type SeenLook, Shopper } from './browser-shoppers.ts';
import { hearCommits } from './committed.ts';
import { askEachSecond } from './fixed-poll.ts';
import { startProductionApp } from './production-app.ts';
import type { Figure, Findings, Row } from './report.ts';
import { note, quantile, quantileOfRounds, summary } from './times.ts';

/**
 * How long a finished picture waits before the person sees it, and what that costs in provider calls:
 * targets P1 and P2, while there are calls to spare. Several people at once in a real browser, each
 * with a photo of her own, so that no picture is used twice. When the provider was done is told by the
 * sandbox. Beside them, at the same time and against the same sandbox, as many try-ons that are asked
 * for by a fixed poll each 1.0 s. Calls are submit, polls and result: uploads of pictures do not count.
 *
 * The browser, the server, its database and the sandbox share this machine, and its clock.
 */
const ROUNDS = 3;
const SHOPPERS = 8;
/** The first from the garment's page, the others from the look before. */
const TRY_ONS = 2;
const GARMENTS = ['boxy-tee-white', 'boxy-tee-sage', 'breton-tee-navy'];
/** Of another category: what is learned of latencies while warming up is of no use to the others. */
const WARM_UP = 'straight-jeans-indigo';
const PROVIDER = { mean: 7.62, sigma: 0.35 };

export async function benchWaiting(life: Life): Promise<Findings> {
  const app = await startProductionApp(life, {
    sandboxFlags: ['--stored'],
    env: { SEGMIND_RPM: '100000', TRUSTED_PROXIES: '1' },
  });
  const url = app.sandboxUrl ?? '';
  const sandbox = sandboxControl(url);
  const commits = await hearCommits(app.env.DATABASE_URL ?? '', life);
  const browser = await openBrowser(life);
  await sandbox.post('/settings', { latency: 'instant' });
  const shoppers = await Promise.all(
    Array.from({ length: SHOPPERS }, async () => {
      const shopper = await Shopper.arrive(browser, app.url);
      await shopper.enterRoom(WARM_UP);
      await shopper.ask();
      return shopper;
    }),
  );
  await sandbox.post('/settings', { latency: PROVIDER });

  const rounds: { ours: Waited[]; fixed: Waited[] }[] = [];
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(shoppers.map((shopper) => shopper.enterRoom(GARMENTS[round] ?? '')));
    const seen: SeenLook[] = [];
    const fixed: { requestId: string; seenAt: number }[] = [];
    await Promise.all(
      shoppers.map(async (shopper, place) => {
        // Nobody presses at the same moment as all others.
        await pause(place * 400);
        const other = askEachSecond(url, TRY_ONS);
        seen.push((await shopper.ask()).look);
        for (let i = 1; i < TRY_ONS; i += 1) seen.push((await shopper.askAgain()).look);
        fixed.push(...(await other));
      }),
    );
    const jobs = await sandbox.jobs();
    const { byRequest, calls } = await sandbox.received();
    const waited = (requestId: string, seenAt: number): Waited => {
      const job = jobs.find((one) => one.requestId === requestId);
      const asked = byRequest[requestId] ?? {};
      return {
        delayMs: seenAt - (job?.endsAt ?? Number.NaN),
        calls: (asked.submit ?? 0) + (asked.status ?? 0) + (asked.result ?? 0),
      };
    };
    const ours: Waited[] = [];
    for (const look of seen) {
      const { requestId, committedAt } = await commits.courseOf(look.tryOnId);
      const lastCall = (kind: string) =>
        calls.findLast((call) => call.kind === kind && call.requestId === requestId)?.at ??
        Number.NaN;
      const doneAt = jobs.find((one) => one.requestId === requestId)?.endsAt ?? Number.NaN;
      const stages: Row = {
        'done → the poll that learns of it': lastCall('status') - doneAt,
        'poll → the result is asked for': lastCall('result') - lastCall('status'),
        'result → downloaded, saved, committed': committedAt('succeeded') - lastCall('result'),
        'committed → the browser knows': look.answeredAt - committedAt('succeeded'),
        'knows → asks for the picture': look.pictureAskedAt - look.answeredAt,
        'asks → has it': look.pictureArrivedAt - look.pictureAskedAt,
        'has it → decoded': look.decodedAt - look.pictureArrivedAt,
        'all of it': look.decodedAt - doneAt,
      };
      for (const [stage, ms] of Object.entries(stages)) note(times, stage, ms);
      ours.push(waited(requestId, look.decodedAt));
    }
    rounds.push({ ours, fixed: fixed.map((one) => waited(one.requestId, one.seenAt)) });
  }
  return {
    figures: figuresOf(rounds),
    tables: [
      {
        title: 'Where the milliseconds go between the provider’s end and the decoded picture',
        rows: Object.fromEntries(
          Object.entries(times).map(([stage, all]) => [stage, summary(all)]),
        ),
      },
    ],
  };
}

interface Waited {
  delayMs: number;
  /** Of the provider: submit, polls and result. */
  calls: number;
}

function figuresOf(rounds: { ours: Waited[]; fixed: Waited[] }[]): Figure[] {
  const seconds = (waited: Waited[]) => waited.map(({ delayMs }) => delayMs / 1000);
  const delays = {
    ours: rounds.map((round) => seconds(round.ours)),
    fixed: rounds.map((round) => seconds(round.fixed)),
  };
  const medians = (all: number[][]) => all.map((one) => quantile(one, 0.5));
  const p95 = {
    ours: quantileOfRounds(delays.ours, 0.95),
    fixed: quantileOfRounds(delays.fixed, 0.95),
  };
  const meanCalls = (waited: Waited[]) =>
    waited.reduce((sum, { calls }) => sum + calls, 0) / waited.length;
  const ours = (of: (waited: Waited[]) => number) => rounds.map((round) => of(round.ours));
  const fixed = (of: (waited: Waited[]) => number) => rounds.map((round) => of(round.fixed));
  const seen = { row: 'P1' as const, unit: 's' };
  const called = { row: 'P2' as const, unit: 'calls' };
  return [
    {
      ...seen,
      what: 'done at the provider to decoded, median',
      rounds: medians(delays.ours),
      target: { atMost: 0.5 },
    },
    {
      ...seen,
      what: `the same, p95${p95.ours.of}`,
      rounds: p95.ours.rounds,
      target: { atMost: 1.2 },
    },
    {
      ...seen,
      what: 'a poll each 1.0 s, to downloaded, median',
      rounds: medians(delays.fixed),
      yardstick: true,
    },
    {
      ...seen,
      what: `a poll each 1.0 s, p95${p95.fixed.of}`,
      rounds: p95.fixed.rounds,
      yardstick: true,
    },
    {
      ...called,
      what: 'provider calls a try-on but uploads, budget idle',
      rounds: ours(meanCalls),
      target: { atMost: 7 },
    },
    { ...called, what: 'a poll each 1.0 s', rounds: fixed(meanCalls), yardstick: true },
  ];
}
