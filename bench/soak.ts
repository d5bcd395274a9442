import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from '../scripts/command.ts';
import { noteFile } from '../scripts/orphans.ts';
import { say } from '../scripts/progress.ts';
import { startProductionApp } from './production-app.ts';
import type { Findings, Row } from './report.ts';
import { letIn, pidOf, Site } from './site.ts';
import { quantile } from './times.ts';

/**
 * One server with its worker under load for long: what it holds in memory must not grow with what it has
 * done. `SOAK_MINUTES=20 npm run bench -- soak` for less than an hour.
 */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 60);
const EACH = 2;
const PAGES = 20;
const MINUTE_MS = 60_000;

export async function benchSoak(life: Life): Promise<Findings> {
  const app = await startProductionApp(life, {
    sandboxFlags: ['--instant', '--stored', '--credits', '1000000'],
    env: { SEGMIND_RPM: '100000', TRUSTED_PROXIES: '1' },
  });
  const pid = pidOf(noteFile(app.env.FITTING_ROOM_DATA ?? '', 'server'));
  Object.assign(process.env, app.env, { NODE_ENV: 'production', LOG_LEVEL: 'silent' });
  const { disconnect, ...people } = await letIn();
  const site = new Site(app, people);
  site.nodes.push({ url: app.url, pid });

  const minutes: number[] = [];
  let tryOns = 0;
  let answers = 0;
  const startedAt = performance.now();
  while (minutes.length < MINUTES) {
    const endsAt = startedAt + (minutes.length + 1) * MINUTE_MS;
    const held: number[] = [];
    while (performance.now() < endsAt) {
      const run = await site.run(EACH, { watchers: 1 });
      await site.loadPages(PAGES);
      tryOns += run.tryOns;
      answers += run.answers;
      held.push(residentMb(pid));
      // What a person may ask for in a minute is less than this machine can carry.
      await pause(1_000);
    }
    // The least of a minute: what was left after its largest collection.
    minutes.push(quantile(held, 0));
    say(`minute ${minutes.length}: ${minutes.at(-1)?.toFixed(0)} MB, ${tryOns} try-ons`);
  }
  await disconnect();
  const third = Math.ceil(minutes.length / 3);
  const row: Row = {
    minutes: minutes.length,
    'try-ons': tryOns,
    'status answers': answers,
    'first third MB': quantile(minutes.slice(0, third), 0.5),
    'second third MB': quantile(minutes.slice(third, -third), 0.5),
    'last third MB': quantile(minutes.slice(-third), 0.5),
    'most MB': quantile(minutes, 1),
  };
  return {
    tables: [{ title: 'memory of the server, least of each minute', rows: { server: row } }],
  };
}

const residentMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
