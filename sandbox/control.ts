import type { IncomingMessage } from 'node:http';
import type { Accounts } from './accounts.ts';
import { type Answer, type Json, type JsonObject, jsonAnswer } from './answer.ts';
import type { Clock } from './clock.ts';
import { FAULTS } from './faults.ts';
import type { Files } from './files.ts';
import { type JobState, orNever } from './job.ts';
import type { Jobs } from './jobs.ts';
import { type Latency, NO_LATENCY } from './latency.ts';
import type { Received } from './received.ts';
import type { Script } from './script.ts';
import type { Store } from './store.ts';
import { errorAnswer } from './wire.ts';

export interface ControlOptions {
  clock: Clock;
  accounts: Accounts;
  files: Files;
  jobs: Jobs;
  script: Script;
  received: Received;
  store: Store;
}

/**
 * Only this machine may steer the sandbox. A loopback address alone would not say so:
 * a web page in a local browser and a proxy on this machine come from there as well,
 * and give themselves away by these headers.
 */
export function mayControl(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address);
  const { origin, forwarded } = request.headers;
  return (
    isLoopback &&
    origin === undefined &&
    forwarded === undefined &&
    request.headers['x-forwarded-for'] === undefined &&
    (request.headers['sec-fetch-site'] ?? 'none') === 'none'
  );
}

/** The `/__sandbox/…` endpoint for tests. */
export function createControl(options: ControlOptions) {
  const { clock, accounts, files, jobs, script, received, store } = options;

  function state(): JsonObject {
    const count: Record<JobState, number> = { QUEUED: 0, PROCESSING: 0, COMPLETED: 0, FAILED: 0 };
    for (const job of jobs.all()) count[jobs.state(job)] += 1;
    return {
      now: new Date(clock.now()).toISOString(),
      jobs: { ...count },
      files: files.count(),
      rpm: accounts.rpm(),
      script: script.left(),
      accounts: accounts.all().map((account) => ({
        key: account.fingerprint,
        credits: account.credits,
        open: account.open,
      })),
    };
  }

  function times(): JsonObject {
    return {
      jobs: jobs.all().map((job) => ({
        requestId: job.id,
        state: jobs.state(job),
        submittedAt: job.submittedAt,
        startsAt: orNever(job.startsAt),
        endsAt: orNever(job.endsAt),
      })),
    };
  }

  function reset(): void {
    jobs.reset();
    accounts.reset();
    files.clear();
    store.clear();
    script.clear();
    received.clear();
    clock.reset();
  }

  function moveClock({ seconds, to }: JsonObject): string | null {
    const target = typeof to === 'string' ? Date.parse(to) : Number.NaN;
    const step = typeof seconds === 'number' ? seconds * 1000 : target - clock.now();
    if (!(step >= 0)) return 'Give "seconds" (0 or more) or "to" (an ISO time to come).';
    clock.advance(step);
    store.write(() => ({ clockOffset: clock.offset() }));
    return null;
  }

  function change({ credits, rpm, latency }: JsonObject): string | null {
    const speed = latency === undefined ? null : parseLatency(latency);
    if (typeof speed === 'string') return speed;
    for (const amount of [credits, rpm]) {
      if (amount !== undefined && !(typeof amount === 'number' && amount >= 0)) {
        return '"credits" and "rpm" must be numbers, 0 or more.';
      }
    }
    if (typeof credits === 'number') {
      accounts.setCredits(credits);
      store.write(() => ({ accounts: accounts.toRecords() }));
    }
    if (typeof rpm === 'number') accounts.setRpm(rpm);
    if (speed) jobs.setLatency(speed);
    return null;
  }

  const done = (problem: string | null): Answer =>
    problem === null ? jsonAnswer(200, state()) : errorAnswer(400, problem);

  return async function control(
    method: string,
    path: string,
    query: URLSearchParams,
    body: JsonObject,
  ): Promise<Answer> {
    switch (`${method} ${path}`) {
      case 'GET /state':
        return jsonAnswer(200, state());
      case 'GET /jobs':
        return jsonAnswer(200, times());
      case 'GET /received':
        return jsonAnswer(200, received.report(query.get('kind') ?? undefined));
      case 'GET /faults':
        return jsonAnswer(200, {
          faults: FAULTS.map(({ seed, name, says }) => ({ seed, name, says })),
        });
      case 'POST /script':
        return done(script.append(body));
      case 'POST /clock':
        return done(moveClock(body));
      case 'POST /settings':
        return done(change(body));
      case 'POST /settle':
        await jobs.idle();
        return done(null);
      case 'POST /reset':
        reset();
        return done(null);
      default:
        return errorAnswer(404, 'No such control call; sandbox/README.md lists them.');
    }
  };
}

export type Control = ReturnType<typeof createControl>;

function parseLatency(value: Json): Latency | string {
  if (value === 'instant') return NO_LATENCY;
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { mean, sigma = 0 } = value;
    if (typeof mean === 'number' && mean >= 0 && typeof sigma === 'number' && sigma >= 0) {
      return { mean, sigma };
    }
  }
  return '"latency" must be "instant" or {"mean": seconds, "sigma": number}.';
}
