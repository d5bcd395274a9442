import 'server-only';
import type { PgBoss } from 'pg-boss';
import { log } from '#lib/server/log.ts';
import { boss, closeBoss } from './boss.ts';
import { deadLetterOf, ensureQueue } from './enqueue.ts';
import type { TaskToRun } from './task.ts';

/** For what nobody tells of: work for later, another try, a dead letter. */
const LOOK_SECONDS = 5;
/** Where no connection could be had to be told on. */
const DEAF_LOOK_SECONDS = 1;
const TRY_AGAIN_MS = 5_000;

export interface TaskRunner {
  /** Takes nothing more, and resolves when what is under way has ended or the time is over. */
  stop(withinMs: number): Promise<void>;
}

/** Works through the queues of these tasks until it is stopped. Comes back when the database does. */
export function runTasks(tasks: readonly TaskToRun[]): TaskRunner {
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const idle = [...tasks];
  const behind = tasks.filter((task) => task.begins);
  const begin = () => {
    start(idle, behind, stopped.signal).catch((error: unknown) => {
      log.warn(
        { error: error instanceof Error ? error.name : 'unknown' },
        'background work is waiting',
      );
      if (!stopped.signal.aborted) timer = setTimeout(begin, TRY_AGAIN_MS);
    });
  };
  if (tasks.length > 0) begin();
  return {
    async stop(withinMs) {
      stopped.abort();
      clearTimeout(timer);
      await closeBoss(withinMs);
    },
  };
}

/**
 * Takes each out of its list once that is done: the next try goes on with the rest.
 *
 * @param idle those that nobody works on yet.
 * @param behind those that have not asked yet for what is to be caught up with.
 */
async function start(idle: TaskToRun[], behind: TaskToRun[], stopped: AbortSignal): Promise<void> {
  const instance = await boss();
  for (let task = idle[0]; task && !stopped.aborted; task = idle[0]) {
    await ensureQueue(instance, task);
    await workOn(instance, task, stopped);
    idle.shift();
  }
  for (let task = behind[0]; task && !stopped.aborted; task = behind[0]) {
    await task.begins?.();
    behind.shift();
  }
}

async function workOn(instance: PgBoss, task: TaskToRun, stopped: AbortSignal): Promise<void> {
  const options = {
    pollingIntervalSeconds: task.lookSeconds ?? DEAF_LOOK_SECONDS,
    notifyPollingIntervalSeconds: task.lookSeconds ?? LOOK_SECONDS,
  };
  // One at a time: of several that are started at once only the first can be told anything.
  for (let n = 0; n < task.concurrency; n += 1) {
    const worker: string = await instance.work(task.name, options, async (jobs) => {
      try {
        for (const job of jobs) await runTask(task, job, stopped);
      } finally {
        // Whatever came while it was busy was told at once, and there may be more than one.
        instance.notifyWorker(worker);
      }
    });
  }
  const dead = { pollingIntervalSeconds: LOOK_SECONDS };
  await instance.work(deadLetterOf(task.name), dead, async (jobs) => {
    for (const job of jobs) {
      log.error({ task: task.name, job: job.id }, 'background task failed for good');
      await task.abandon(job.data);
    }
  });
}

async function runTask(
  task: TaskToRun,
  job: { id: string; data: unknown; signal: AbortSignal },
  stopped: AbortSignal,
): Promise<void> {
  const startedAt = performance.now();
  try {
    await task.begin(job.data, AbortSignal.any([stopped, job.signal]));
    const ms = Math.round(performance.now() - startedAt);
    log.debug({ task: task.name, job: job.id, ms }, 'background task done');
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log.warn({ task: task.name, job: job.id, error: name }, 'background task failed');
    // The queue keeps what is thrown, and libraries put values into messages.
    throw new Error(name);
  }
}
