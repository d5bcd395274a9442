// `npm run bench:sandbox`: how the sandbox bears many open jobs and many questions for their
// status, beside a bare server that answers the same bytes under the same load.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCaller, openLoop, type Spread, spreadOf } from './open-loop.ts';
import { type Started, startServer } from './process-figures.ts';

const JOBS = 2000;
const CALLS_PER_SECOND = 500;
const SECONDS = Number(process.argv[2] ?? 20);
/** Submits a second while jobs are opened: 2,000 come due over five seconds. */
const SUBMITS_PER_SECOND = 400;
const LATENCY_SECONDS = 7.62;

const HEADERS = { 'x-api-key': 'SG_0123456789abcdef', 'content-type': 'application/json' };
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const SUBMIT = JSON.stringify({
  model_image: PIXEL,
  cloth_image: PIXEL,
  category: 'Upper body',
  seed: 7,
});

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const sandbox = (...options: string[]) =>
  startServer(here('../main.ts'), [
    ...['--port', '0', '--stored', '--rpm', '0', '--credits', '1000000'],
    ...options,
  ]);

const milliseconds = ({ p50, p99, max }: Spread) =>
  `p50 ${p50.toFixed(2)} ms · p99 ${p99.toFixed(2)} ms · max ${max.toFixed(2)} ms`;

function statusOf(body: Buffer): unknown {
  const { status }: { status?: unknown } = JSON.parse(body.toString());
  return status;
}

/** Opens the jobs and answers when each submit was sent, by its id. */
async function openJobs(url: string) {
  const caller = createCaller(url, HEADERS);
  // The first calls of a process measure its compiler and the opening of connections.
  await openLoop(SUBMITS_PER_SECOND, 1, async () => {
    await caller.call('POST', '/v2/try-on-diffusion', '{}');
  });
  const sentAt = new Map<string, number>();
  const took = await openLoop(SUBMITS_PER_SECOND, JOBS / SUBMITS_PER_SECOND, async () => {
    const sent = performance.now();
    const answer = await caller.call('POST', '/v2/try-on-diffusion', SUBMIT);
    const { request_id }: { request_id?: unknown } = JSON.parse(answer.body.toString());
    if (typeof request_id !== 'string') throw new Error(`A submit got HTTP ${answer.status}.`);
    sentAt.set(request_id, sent);
  });
  caller.close();
  return { sentAt, submits: spreadOf(took) };
}

interface Asked {
  name: string;
  server: Started;
  ids: readonly string[];
}

/**
 * Asks each server for its jobs' status, a second at a time in turn: what else the machine does
 * meanwhile meets all of them alike.
 */
async function askInTurn(all: readonly Asked[]): Promise<void> {
  const runs = all.map((asked) => ({
    ...asked,
    caller: createCaller(asked.server.url, HEADERS),
    took: [] as number[],
    processor: 0,
    wrong: 0,
  }));
  for (let second = 0; second < SECONDS; second += 1) {
    for (const run of runs) {
      const { server, caller, ids } = run;
      const before = server.processorTime() ?? Number.NaN;
      const took = await openLoop(CALLS_PER_SECOND, 1, async (index) => {
        const id = ids[(second * CALLS_PER_SECOND + index) % ids.length];
        const { status } = await caller.call('GET', `/v2/requests/${id}/status`);
        if (status !== 200) run.wrong += 1;
      });
      run.took.push(...took);
      run.processor += (server.processorTime() ?? Number.NaN) - before;
    }
  }
  for (const { name, server, caller, took, processor, wrong } of runs) {
    caller.close();
    const share = ((processor / SECONDS) * 100).toFixed(0);
    console.log(
      `${name.padEnd(32)} ${milliseconds(spreadOf(took))} · CPU ${share} % of a core · RSS ${server.memory()?.toFixed(0) ?? '?'} MB${wrong > 0 ? ` · ${wrong} WRONG ANSWERS` : ''}`,
    );
  }
}

/**
 * How long after a job was due its status says so, asked for each millisecond from then on. It is
 * due its latency after its submit was *sent*: what the submit itself took is in the figure.
 */
async function lateness(server: Started, sentAt: ReadonlyMap<string, number>): Promise<Spread> {
  const caller = createCaller(server.url, HEADERS);
  const late = await Promise.all(
    [...sentAt].map(async ([id, sent]) => {
      const due = sent + LATENCY_SECONDS * 1000;
      await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
      for (;;) {
        const answer = await caller.call('GET', `/v2/requests/${id}/status`);
        if (statusOf(answer.body) === 'COMPLETED') return performance.now() - due;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }),
  );
  caller.close();
  return spreadOf(late);
}

console.log(
  `${JOBS} jobs, ${CALLS_PER_SECOND} status calls a second for ${SECONDS} s, each timed from when it was due\n`,
);

const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-bench-'));
const asked: Asked[] = [];
for (const [name, ...options] of [
  ['jobs completed', '--instant'],
  ['jobs completed, --data', '--instant', '--data', folder],
  ['jobs open', '--latency-mean', '100000', '--latency-sigma', '0'],
] as const) {
  const server = await sandbox(...options);
  const { sentAt, submits } = await openJobs(server.url);
  console.log(`${`submits, ${name}`.padEnd(32)} ${milliseconds(submits)}`);
  asked.push({ name: `status, ${name}`, server, ids: [...sentAt.keys()] });
}
const [first] = asked;
if (!first) throw new Error('There is nothing to measure.');
const caller = createCaller(first.server.url, HEADERS);
const sample = await caller.call('GET', `/v2/requests/${first.ids[0]}/status`);
caller.close();
const { connection: _own, 'keep-alive': _hop, date: _date, ...headers } = sample.headers;
const bare = await startServer(here('./yardstick.ts'), [
  JSON.stringify({ headers, body: sample.body.toString() }),
]);
await askInTurn([...asked, { name: 'the same bytes, bare server', server: bare, ids: first.ids }]);
for (const { server } of asked) await server.stop();
await bare.stop();
rmSync(folder, { recursive: true });

const timed = await sandbox('--latency-mean', String(LATENCY_SECONDS), '--latency-sigma', '0');
const running = await openJobs(timed.url);
console.log(`${`submits, ${LATENCY_SECONDS} s each`.padEnd(32)} ${milliseconds(running.submits)}`);
console.log(
  `${'COMPLETED after it was due'.padEnd(32)} ${milliseconds(await lateness(timed, running.sentAt))} · RSS ${timed.memory()?.toFixed(0) ?? '?'} MB`,
);
await timed.stop();
