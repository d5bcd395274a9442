import { randomUUID } from 'node:crypto';
import type { Account, Accounts } from './accounts.ts';
import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { Files } from './files.ts';
import { createGate } from './gate.ts';
import {
  type Entry,
  entryOf,
  type Job,
  type JobState,
  type Metrics,
  type Outcome,
  recordOf,
} from './job.ts';
import { drawTimes, type Latency } from './latency.ts';
import type { FileRecord, JobRecord, Store, Task } from './store.ts';
import type { TaskInputs } from './task-inputs.ts';
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

/**
 * How long a job that was taken up again waits for a host that is not there: what is started
 * beside the sandbox, as the shop is, may serve the pictures and be up a little later.
 */
const PATIENCE_MS = 60_000;

const INFERENCE_ERROR = 'Internal error during inference';

export interface JobsOptions {
  clock: Clock;
  accounts: Accounts;
  files: Files;
  dresser: Dresser;
  latency: Latency;
  random: () => number;
  inputs: TaskInputs;
  store: Store;
  /** Told what went wrong when no call is there to answer it. */
  report(error: unknown): void;
}

const seconds = (milliseconds: number) => Math.round(milliseconds) / 1000;

/** All jobs: planned, dressed, billed, kept and forgotten. */
export function createJobs(options: JobsOptions) {
  const { clock, accounts, files, inputs, store } = options;
  let latency = options.latency;
  let jobs = new Map<string, Entry>();
  let stopped = new AbortController();
  const gate = createGate(AT_WORK);
  const working = new Set<Promise<void>>();

  function settle(job: Job): void {
    const entry = jobs.get(job.id);
    if (job.settled || !job.outcome || !entry) return;
    const { outcome } = job;
    const credits = outcome.ok ? accounts.billed(job.account) : job.account.credits;
    const made = outcome.ok ? picturesOf(job, outcome.jpeg) : [];
    const inference = Math.max(1, job.endsAt - job.startsAt);
    const metrics: Metrics = outcome.ok
      ? {
          cost: accounts.price,
          inference_time: seconds(inference),
          queue_time: seconds(job.startsAt - job.submittedAt),
          total_time: seconds(job.startsAt - job.submittedAt + inference),
          remaining_credits: credits,
        }
      : { inference_time: seconds(inference) };
    const settled = {
      path: made.at(-1)?.path ?? null,
      error: outcome.ok ? null : outcome.error,
      metrics,
    };
    // The picture, the bill and the word that the job has ended are one change: whatever comes
    // in between, none is kept without the others. When that fails the next look tries again.
    store.write(() => ({
      files: made,
      accounts: [{ key: job.account.fingerprint, credits }],
      jobs: [{ ...recordOf(entry), settled, task: { kind: 'wait' } }],
    }));
    job.settled = settled;
    // The bytes now live with the files; the job must not keep them for its hour.
    if (outcome.ok) job.outcome = { ok: true, jpeg: new Uint8Array() };
    files.add(...made);
    accounts.release(job.account, credits);
    leaveTask(entry);
    entry.end();
  }

  /** The finished picture; the last file is the one whose address is told. */
  function picturesOf(job: Job, jpeg: Uint8Array): FileRecord[] {
    const special = job.fault?.file ? { fault: job.fault.name } : null;
    const picture = files.prepare('generations', jpeg, 'image/jpeg', special);
    if (job.fault?.output !== 'redirect') return [picture];
    const redirectTo = picture.path;
    const sign = files.prepare('generations', new Uint8Array(), 'image/jpeg', { redirectTo });
    return [picture, sign];
  }

  function leaveTask(entry: Entry): void {
    inputs.drop(entry.task);
    entry.task = { kind: 'wait' };
  }

  function drop(entry: Entry): void {
    jobs.delete(entry.job.id);
    if (!entry.job.settled) accounts.release(entry.job.account);
    leaveTask(entry);
    entry.end();
  }

  function sweep(): void {
    const expired: Entry[] = [];
    for (const entry of jobs.values()) {
      if (clock.now() < entry.job.submittedAt + RECORD_LIFE_MS) break;
      expired.push(entry);
    }
    if (expired.length === 0) return;
    store.write(() => ({ goneJobs: expired.map(({ job }) => job.id) }));
    for (const entry of expired) drop(entry);
  }

  async function dress(entry: Entry, patientUntil: number, signal: AbortSignal) {
    if (entry.task.kind !== 'dress') return { ok: false as const, error: INFERENCE_ERROR };
    const { category, seed } = entry.task;
    const read = await inputs.read(entry.task, entry.origin, patientUntil, signal);
    if (read.task !== entry.task && jobs.has(entry.job.id)) {
      entry.task = read.task;
      store.write(() => ({ jobs: [recordOf(entry)] }));
    }
    if (!read.ok) return read;
    return options.dresser.dress({ photo: read.photo, garment: read.garment, category, seed });
  }

  async function work(entry: Entry, patientUntil: number) {
    const { job } = entry;
    const { signal } = stopped;
    let outcome: Outcome;
    try {
      outcome = await gate(() => dress(entry, patientUntil, signal));
    } catch {
      outcome = { ok: false, error: INFERENCE_ERROR };
    }
    // A dresser that was closed under a job says nothing about the job.
    if (signal.aborted) return;
    const now = clock.now();
    job.endsAt = outcome.ok
      ? Math.max(job.endsAt, now)
      : Math.max(job.startsAt, Math.min(job.endsAt, now));
    job.outcome = outcome;
    if (!store.durable) leaveTask(entry);
    settleWhenDue(job, signal);
  }

  function settleWhenDue(job: Job, signal: AbortSignal): void {
    const settleNow = () => {
      try {
        settle(job);
      } catch (error) {
        options.report(error);
      }
    };
    if (clock.now() >= job.endsAt) {
      settleNow();
      return;
    }
    void clock.wait(job.endsAt, signal).then(() => {
      if (!signal.aborted) settleNow();
    });
  }

  function start(entry: Entry, patientUntil: number): void {
    const { job, task } = entry;
    switch (task.kind) {
      case 'fail':
        job.outcome = { ok: false, error: task.error };
        settleWhenDue(job, stopped.signal);
        break;
      case 'dress': {
        const run: Promise<void> = work(entry, patientUntil).finally(() => working.delete(run));
        working.add(run);
        break;
      }
      case 'wait':
        break;
    }
  }

  function taskOf(request: Validation, fault: Fault | undefined): Task {
    if (fault?.job?.fails) return { kind: 'fail', error: fault.job.fails.error };
    if (!request.ok) return { kind: 'fail', error: validationFailure(request.error) };
    if (fault?.job?.seconds === Number.POSITIVE_INFINITY) return { kind: 'wait' };
    const { model_image, cloth_image, category, seed } = request.parameters;
    return {
      kind: 'dress',
      photo: inputs.keep(model_image),
      garment: inputs.keep(cloth_image),
      category,
      // -1 lets the provider draw the seed, which it does not tell.
      seed: seed === -1 ? Math.floor(options.random() * 2 ** 31) : seed,
    };
  }

  return {
    /** Forgets the records whose hour is over. */
    sweep,

    /** Plans and starts a job. `origin` is where the client reached this server. */
    submit(account: Account, request: Validation, fault: Fault | undefined, origin: string): Job {
      const now = clock.now();
      const drawn = drawTimes(latency, options.random);
      const total = fault?.job?.seconds === undefined ? drawn.total : fault.job.seconds * 1000;
      const startsAt = fault?.job?.stuck
        ? Number.POSITIVE_INFINITY
        : now + Math.min(drawn.queued, total);
      const invalid = !request.ok && !fault?.job?.fails;
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const job: Job = {
        id: randomUUID(),
        account,
        fault,
        base64: request.ok && request.parameters.base64,
        seed: request.ok ? request.parameters.seed : -1,
        submittedAt: now,
        startsAt,
        endsAt: invalid ? (latency.mean > 0 ? startsAt + VALIDATION_MS : now) : now + total,
        outcome: null,
        settled: null,
        ended,
        statusCalls: 0,
        resultCalls: 0,
        toldCompleted: false,
      };
      const entry: Entry = { job, origin, task: taskOf(request, fault), end };
      // Before anything else: what is answered with an id must be found again.
      store.write(() => ({ jobs: [recordOf(entry)] }));
      jobs.set(job.id, entry);
      accounts.hold(account);
      start(entry, now);
      return job;
    },

    /** Takes up what was kept: ended jobs are known again, the others go on. */
    restore(kept: readonly JobRecord[]): void {
      const isOver = (record: JobRecord) => clock.now() >= record.submittedAt + RECORD_LIFE_MS;
      store.write(() => ({ goneJobs: kept.filter(isOver).map(({ id }) => id) }));
      for (const record of kept) {
        const account = accounts.ofFingerprint(record.key);
        // A key that is not accepted this time cannot ask for it.
        if (!account || isOver(record)) continue;
        const entry = entryOf(record, account);
        jobs.set(record.id, entry);
        inputs.hold(record.task);
        if (record.settled) {
          entry.end();
        } else {
          accounts.hold(account);
          start(entry, clock.now() + PATIENCE_MS);
        }
      }
    },

    /** Keeps how often a job was asked for, where its fault depends on that. */
    noteCall(job: Job): void {
      const { fault } = job;
      const entry = jobs.get(job.id);
      if (entry && (fault?.status || fault?.result || fault?.job?.gone)) {
        store.write(() => ({ jobs: [recordOf(entry)] }));
      }
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
    /** Forgets all jobs; what the store has of them goes with the store. */
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
