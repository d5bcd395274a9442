import { setTimeout as pause } from 'node:timers/promises';
import type { Life } from '../scripts/command.ts';
import { noteFile } from '../scripts/orphans.ts';
import { anyFreePort } from '../scripts/ports.ts';
import { say } from '../scripts/progress.ts';
import { startProductionApp } from './production-app.ts';
import type { Findings, Row } from './report.ts';
import { letIn, pidOf, Site } from './site.ts';
import { quantile } from './times.ts';

/**
 * One server with its worker under load for long: what it holds in memory must not grow with what it has
 * done. What counts is what is left after a collection, which is asked for each minute; between two, V8
 * takes what the machine has. `SOAK_MINUTES=20 npm run bench -- soak` for less than an hour.
 */
/** At least three: a third each. */
const MINUTES = Math.max(3, Number(process.env.SOAK_MINUTES ?? 60));
const EACH = 2;
const PAGES = 20;
const MINUTE_MS = 60_000;

export async function benchSoak(life: Life): Promise<Findings> {
  const inspectorPort = await anyFreePort();
  const app = await startProductionApp(life, {
    sandboxFlags: ['--instant', '--stored', '--credits', '1000000'],
    env: {
      SEGMIND_RPM: '100000',
      TRUSTED_PROXIES: '1',
      // Opened by a signal, and so by the server alone.
      NODE_OPTIONS: `--inspect-port=127.0.0.1:${inspectorPort}`,
    },
  });
  const pid = pidOf(noteFile(app.env.FITTING_ROOM_DATA ?? '', 'server'));
  Object.assign(process.env, app.env, { NODE_ENV: 'production', LOG_LEVEL: 'silent' });
  const { disconnect, ...people } = await letIn();
  const site = new Site(app, people);
  site.nodes.push({ url: app.url, pid });
  process.kill(pid, 'SIGUSR1');

  const minutes: Held[] = [];
  let tryOns = 0;
  let answers = 0;
  const startedAt = performance.now();
  while (minutes.length < MINUTES) {
    const endsAt = startedAt + (minutes.length + 1) * MINUTE_MS;
    while (performance.now() < endsAt) {
      const run = await site.run(EACH, { watchers: 1 });
      await site.loadPages(PAGES);
      tryOns += run.tryOns;
      answers += run.answers;
      // What a person may ask for in a minute is less than this machine can carry.
      await pause(1_000);
    }
    const held = await heldAfterCollection(inspectorPort);
    minutes.push(held);
    say(`minute ${minutes.length}: heap ${megabytes(held.heap)} MB, all ${megabytes(held.rss)} MB`);
  }
  await disconnect();
  const third = Math.floor(minutes.length / 3);
  const middle = (part: Held[], of: keyof Held) =>
    quantile(
      part.map((held) => held[of]),
      0.5,
    ) / 1e6;
  const thirds = (of: keyof Held): Row => ({
    'first third': middle(minutes.slice(0, third), of),
    'second third': middle(minutes.slice(third, -third), of),
    'last third': middle(minutes.slice(-third), of),
  });
  const title = `what a server held after ${MINUTES} minutes, ${tryOns} try-ons and ${answers} answers, MB`;
  return {
    tables: [
      { title, rows: { 'heap after a collection': thirds('heap'), 'all of it': thirds('rss') } },
    ],
  };
}

/** In bytes. */
interface Held {
  heap: number;
  rss: number;
}

/** Through the inspector, by which alone another process can ask for a collection. */
async function heldAfterCollection(port: number): Promise<Held> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const send = (id: number, method: string, params = {}) =>
    new Promise<{ result: { result: { value: string } } }>((resolve) => {
      socket.addEventListener('message', function hear({ data }) {
        const answer = JSON.parse(String(data));
        if (answer.id !== id) return;
        socket.removeEventListener('message', hear);
        resolve(answer);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await send(1, 'HeapProfiler.collectGarbage');
  const expression =
    'JSON.stringify({ heap: process.memoryUsage().heapUsed, rss: process.memoryUsage().rss })';
  const { result } = await send(2, 'Runtime.evaluate', { expression, returnByValue: true });
  socket.close();
  return JSON.parse(result.result.value);
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);
