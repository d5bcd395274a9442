import type { Life } from '../scripts/command.ts';
import { sandboxControl } from '../scripts/faults/sandbox-control.ts';
import { type Asked, openBrowser, Shopper } from './browser-shoppers.ts';
import { hearCommits } from './committed.ts';
import { startProductionApp } from './production-app.ts';
import type { Findings, Row } from './report.ts';
import { note, quantile, quantileOfRounds, summary } from './times.ts';

/**
 * From the press of the button to the submit's arrival at the provider, the photo being saved: target
 * P3. In a real browser on the page itself, one press after the other. The browser, the server, its
 * database and the sandbox share this machine, and its clock.
 */
const ROUNDS = 5;
/** Fewer than anybody may ask for in a minute. */
const CLICKS = 14;
const GARMENT = 'boxy-tee-white';

export async function benchClick(life: Life): Promise<Findings> {
  const app = await startProductionApp(life, {
    sandboxFlags: ['--instant', '--stored'],
    env: { SEGMIND_RPM: '100000', SEGMIND_LATENCY_MS: '100', TRUSTED_PROXIES: '1' },
  });
  const sandbox = sandboxControl(app.sandboxUrl ?? '');
  const commits = await hearCommits(app.env.DATABASE_URL ?? '', life);
  const browser = await openBrowser(life);

  /** Where the milliseconds of one press have gone, in their order. */
  const stagesOf = async (asked: Asked, tryOnId: string): Promise<Row> => {
    const { requestId, begunAt, committedAt } = await commits.courseOf(tryOnId);
    const { calls } = await sandbox.received();
    const post = calls.find((call) => call.kind === 'submit' && call.requestId === requestId);
    if (!post) throw new Error(`The sandbox has not heard of ${tryOnId}.`);
    const uploaded = calls.findLast(({ kind, at }) => kind === 'upload' && at <= post.at)?.at ?? 0;
    return {
      'press → sent by the browser': asked.sentAt - asked.clickedAt,
      'sent → who asks is known and may ask': begunAt - asked.sentAt,
      'known → taken in, committed': committedAt('queued') - begunAt,
      'committed → claimed, its pictures at the provider’s door': uploaded - committedAt('queued'),
      'pictures → intent committed': committedAt('sending') - uploaded,
      'intent → the submit arrives': post.at - committedAt('sending'),
      [WHOLE]: post.at - asked.clickedAt,
    };
  };

  const first: Record<string, number[]> = {};
  const again: Record<string, number[]> = {};
  const rounds: number[][] = [];
  // The first round is for warming up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const shopper = await Shopper.arrive(browser, app.url);
    await shopper.enterRoom(GARMENT);
    const whole: number[] = [];
    for (let click = 0; click < CLICKS; click += 1) {
      const { asked, look } = await (click === 0 ? shopper.ask() : shopper.askAgain());
      const stages = await stagesOf(asked, look.tryOnId);
      whole.push(stages[WHOLE] ?? Number.NaN);
      if (round === 0) continue;
      const press = click === 0 ? first : again;
      for (const [stage, ms] of Object.entries(stages)) note(press, stage, ms);
    }
    await shopper.leave();
    if (round > 0) rounds.push(whole);
  }
  const p99 = quantileOfRounds(rounds, 0.99);
  const figure = { row: 'P3' as const, unit: 'ms' };
  return {
    figures: [
      {
        ...figure,
        what: 'press to the provider’s submit, p50',
        rounds: rounds.map((whole) => quantile(whole, 0.5)),
        target: { atMost: 40 },
      },
      {
        ...figure,
        what: `the same, p99${p99.of}`,
        rounds: p99.rounds,
        target: { atMost: 150 },
      },
    ],
    tables: [
      {
        title: 'Between press and submit, ms: “Try it on”, a page just opened',
        rows: rowsOf(first),
      },
      {
        title: 'Between press and submit, ms: “Another take”, time after time',
        rows: rowsOf(again),
      },
    ],
  };
}

const WHOLE = 'all of it';

const rowsOf = (times: Record<string, number[]>) =>
  Object.fromEntries(Object.entries(times).map(([stage, all]) => [stage, summary(all)]));
