import type { Account } from './accounts.ts';
import { type Fault, faultNamed } from './faults.ts';
import type { JobRecord, Task } from './store.ts';

export type Outcome = { ok: true; jpeg: Uint8Array } | { ok: false; error: string | null };

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
  /** As it was sent; -1 lets the provider draw one, and stands for what is not valid. */
  readonly seed: number;
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

/** A job and what only its keeper knows of it. */
export interface Entry {
  job: Job;
  origin: string;
  task: Task;
  end: () => void;
}

// JSON has no infinity.
export const orNever = (time: number) => (time === Number.POSITIVE_INFINITY ? null : time);

export function recordOf({ job, origin, task }: Entry): JobRecord {
  return {
    id: job.id,
    key: job.account.fingerprint,
    fault: job.fault?.name ?? null,
    base64: job.base64,
    seed: job.seed,
    origin,
    submittedAt: job.submittedAt,
    startsAt: orNever(job.startsAt),
    endsAt: orNever(job.endsAt),
    task,
    settled: job.settled,
    statusCalls: job.statusCalls,
    resultCalls: job.resultCalls,
    toldCompleted: job.toldCompleted,
  };
}

/** The job of a record, ended or as it stood before its task is taken up again. */
export function entryOf(record: JobRecord, account: Account): Entry {
  const { settled, task, origin, fault, startsAt, endsAt, seed = -1, ...rest } = record;
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  let outcome: Outcome | null = null;
  if (settled) {
    outcome =
      settled.path === null
        ? { ok: false, error: settled.error }
        : { ok: true, jpeg: new Uint8Array() };
  }
  const job: Job = {
    ...rest,
    seed,
    account,
    fault: fault === null ? undefined : faultNamed(fault),
    startsAt: startsAt ?? Number.POSITIVE_INFINITY,
    endsAt: endsAt ?? Number.POSITIVE_INFINITY,
    outcome,
    settled,
    ended,
  };
  return { job, origin, task, end };
}
