import { randomUUID } from 'node:crypto';
import type { Account, Accounts } from './accounts.ts';
import { redirectTo } from './answer-rewrites.ts';
import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { Files } from './files.ts';
import { createGate } from './gate.ts';
import type { Input } from './inputs.ts';
import { drawTimes, type Latency } from './latency.ts';
import { type Category, type Validation, validationFailure } from './validation.ts';

/** Whatever makes the picture: the real dresser, a stored picture, a test's fake. */
export interface Dresser {
  dress(request: {
    photo: Uint8Array;
    garment: Uint8Array;
    category: Category;
    seed: number;
  }): Promise<
    { ok: true; jpeg: Uint8Array; width: number; height: number } | { ok: false; error: string }
  >;
  close(): Promise<void>;
}

/** The provider's page: results are retained for one hour, counted from the submission. */
export const RECORD_LIFE_MS = 3600_000;
/** The inference time seen on a job that failed its validation. */
const VALIDATION_MS = 8;
/** Jobs whose pictures are held in memory at once; the rest waits with its URLs only. */
const AT_WORK = 8;

const INFERENCE_ERROR = 'Internal error during inference';

type Outcome = { ok: true; jpeg: Uint8Array } | { ok: false; error: string | null };

export interface Metrics {
  [name: string]: number;
}

/**
 * A job is planned when it is submitted (`startsAt`, `endsAt`) and its state is
 * read off the clock; the dressing runs beside and only delays the end when it
 * takes longer than planned.
 */
export interface Job {
  readonly id: string;
  readonly account: Account;
  readonly fault: Fault | undefined;
  readonly base64: boolean;
  readonly submittedAt: number;
  readonly startsAt: number;
  endsAt: number;
  outcome: Outcome | null;
  /** Set once the job has ended, been billed and its picture stored. */
  settled: { path: string | null; error: string | null; metrics: Metrics } | null;
  /** Resolves when the job is settled or dropped. */
  readonly ended: Promise<void>;
  statusCalls: number;
  resultCalls: number;
  toldCompleted: boolean;
}

export type JobState = 'QUEUED' | 'PROCESSING' | 'COMPLETED' | 'FAILED';

export interface JobsOptions {
  clock: Clock;
  accounts: Accounts;
  files: Files;
  dresser: Dresser;
  latency: Latency;
  random: () => number;
  /** Reads a picture for the origin the client used. */
  readInput(name: string, value: string, origin: string): Promise<Input>;
}

const seconds = (milliseconds: number) => Math.round(milliseconds) / 1000;

export function createJobs(options: JobsOptions) {
  const { clock, accounts, files } = options;
  let latency = options.latency;
  let jobs = new Map<string, { job: Job; end: () => void }>();
  let stopped = new AbortController();
  const gate = createGate(AT_WORK);
  const working = new Set<Promise<void>>();

  function settle(job: Job): void {
    const entry = jobs.get(job.id);
    if (job.settled || !job.outcome || !entry) return;
    const { outcome } = job;
    accounts.release(job.account, outcome.ok);
    const inference = Math.max(1, job.endsAt - job.startsAt);
    if (outcome.ok) {
      job.settled = {
        path: store(job, outcome.jpeg),
        error: null,
        metrics: {
          cost: accounts.price,
          inference_time: seconds(inference),
          queue_time: seconds(job.startsAt - job.submittedAt),
          total_time: seconds(job.startsAt - job.submittedAt + inference),
          remaining_credits: job.account.credits,
        },
      };
      // The bytes now live with the files; the job must not keep them for its hour.
      job.outcome = { ok: true, jpeg: new Uint8Array() };
    } else {
      job.settled = {
        path: null,
        error: outcome.error,
        metrics: { inference_time: seconds(inference) },
      };
    }
    entry.end();
  }

  function store(job: Job, jpeg: Uint8Array): string {
    const path = files.add('generations', jpeg, 'image/jpeg', job.fault?.file ?? null);
    if (job.fault?.output !== 'redirect') return path;
    return files.add('generations', new Uint8Array(), 'image/jpeg', redirectTo(path));
  }

  function drop(entry: { job: Job; end: () => void }): void {
    jobs.delete(entry.job.id);
    if (!entry.job.settled) accounts.release(entry.job.account, false);
    entry.end();
  }

  function sweep(): void {
    for (const entry of jobs.values()) {
      if (clock.now() < entry.job.submittedAt + RECORD_LIFE_MS) break;
      drop(entry);
    }
  }

  async function dress(request: Validation & { ok: true }, origin: string) {
    const { parameters } = request;
    const [photo, garment] = await Promise.all([
      options.readInput('model_image', parameters.model_image, origin),
      options.readInput('cloth_image', parameters.cloth_image, origin),
    ]);
    if (!photo.ok) return photo;
    if (!garment.ok) return garment;
    // -1 lets the provider draw the seed, which it does not tell.
    const seed = parameters.seed === -1 ? Math.floor(options.random() * 2 ** 31) : parameters.seed;
    return options.dresser.dress({
      photo: photo.bytes,
      garment: garment.bytes,
      category: parameters.category,
      seed,
    });
  }

  async function work(job: Job, request: Validation & { ok: true }, origin: string) {
    const { signal } = stopped;
    let outcome: Outcome;
    try {
      outcome = await gate(() => dress(request, origin));
    } catch {
      outcome = { ok: false, error: INFERENCE_ERROR };
    }
    const now = clock.now();
    job.endsAt = outcome.ok
      ? Math.max(job.endsAt, now)
      : Math.max(job.startsAt, Math.min(job.endsAt, now));
    job.outcome = outcome;
    settleWhenDue(job, signal);
  }

  function settleWhenDue(job: Job, signal: AbortSignal): void {
    if (clock.now() >= job.endsAt) {
      settle(job);
      return;
    }
    void clock.wait(job.endsAt, signal).then(() => {
      if (!signal.aborted) settle(job);
    });
  }

  return {
    /** Forgets the records whose hour is over. */
    sweep,

    /** Plans and starts a job. `origin` is where the client reached this server. */
    submit(account: Account, request: Validation, fault: Fault | undefined, origin: string): Job {
      const now = clock.now();
      const drawn = drawTimes(latency, options.random);
      const total = fault?.job?.seconds === undefined ? drawn.total : fault.job.seconds * 1000;
      let end = () => {};
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      const job: Job = {
        id: randomUUID(),
        account,
        fault,
        base64: request.ok && request.parameters.base64,
        submittedAt: now,
        startsAt: fault?.job?.stuck
          ? Number.POSITIVE_INFINITY
          : now + Math.min(drawn.queued, total),
        endsAt: now + total,
        outcome: null,
        settled: null,
        ended,
        statusCalls: 0,
        resultCalls: 0,
        toldCompleted: false,
      };
      jobs.set(job.id, { job, end });
      accounts.hold(account);

      if (fault?.job?.fails) {
        job.outcome = { ok: false, error: fault.job.fails.error };
        settleWhenDue(job, stopped.signal);
      } else if (!request.ok) {
        job.outcome = { ok: false, error: validationFailure(request.error) };
        job.endsAt = latency.mean > 0 ? job.startsAt + VALIDATION_MS : now;
        settleWhenDue(job, stopped.signal);
      } else if (total !== Number.POSITIVE_INFINITY) {
        const task: Promise<void> = work(job, request, origin).finally(() => working.delete(task));
        working.add(task);
      }
      return job;
    },

    /** The job, unless it is unknown, expired or another key's. */
    find(id: string, account: Account): Job | undefined {
      sweep();
      const job = jobs.get(id)?.job;
      return job?.account === account ? job : undefined;
    },

    state(job: Job): JobState {
      const now = clock.now();
      if (job.outcome && now >= job.endsAt) {
        settle(job);
        return job.outcome.ok ? 'COMPLETED' : 'FAILED';
      }
      return now < job.startsAt ? 'QUEUED' : 'PROCESSING';
    },

    all(): Job[] {
      sweep();
      return [...jobs.values()].map((entry) => entry.job);
    },
    /** Resolves when no dressing is under way. */
    async idle(): Promise<void> {
      while (working.size > 0) await Promise.all(working);
    },
    setLatency(next: Latency) {
      latency = next;
    },
    reset() {
      stopped.abort();
      stopped = new AbortController();
      for (const entry of [...jobs.values()]) drop(entry);
      jobs = new Map();
      latency = options.latency;
    },
    close() {
      stopped.abort();
      for (const entry of jobs.values()) entry.end();
    },
  };
}

export type Jobs = ReturnType<typeof createJobs>;
