import 'server-only';
import { fromPrisma, type PgBoss } from 'pg-boss';
import type { Db } from '#lib/server/db.ts';
import { boss } from './boss.ts';
import type { Task, TaskToRun } from './task.ts';

/** So long after the last sign of life another process takes a task over. */
const HEARTBEAT_SECONDS = 30;

const DAY_SECONDS = 86_400;
const KEEP_SECONDS = 7 * DAY_SECONDS;

/** Where the data of a task lies that has failed for good. */
export const deadLetterOf = (name: string) => `${name}.dead`;

const made = new WeakMap<PgBoss, Map<string, Promise<void>>>();

/** Makes a task's queue and its dead letters, once a process. */
export function ensureQueue(instance: PgBoss, task: TaskToRun): Promise<void> {
  const known = made.get(instance) ?? new Map<string, Promise<void>>();
  made.set(instance, known);
  const making =
    known.get(task.name) ??
    makeQueue(instance, task).catch((error: unknown) => {
      known.delete(task.name);
      throw error;
    });
  known.set(task.name, making);
  return making;
}

async function makeQueue(instance: PgBoss, task: TaskToRun): Promise<void> {
  const deadLetter = deadLetterOf(task.name);
  const kept = {
    deleteAfterSeconds: task.keptSeconds ?? KEEP_SECONDS,
    // Where no worker comes for it.
    retentionSeconds: task.keptSeconds ? DAY_SECONDS : 2 * KEEP_SECONDS,
  };
  const options = {
    retryLimit: task.retries,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: task.withinSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    notify: true,
    ...kept,
  };
  const failed = { retryLimit: 10, retryDelay: 30, retryBackoff: true, ...kept };
  await instance.createQueue(deadLetter, failed);
  await instance.createQueue(task.name, { ...options, deadLetter });
  // What an earlier version of the application made keeps its options otherwise.
  await instance.updateQueue(deadLetter, failed);
  await instance.updateQueue(task.name, options);
}

/**
 * Asks for background work in the transaction of the change that needs it: both come about or neither.
 *
 * @param after not before that time.
 */
export async function enqueue<T extends object>(
  tx: Db,
  task: Task<T>,
  data: T,
  { after }: { after?: Date } = {},
): Promise<void> {
  const instance = await boss();
  await ensureQueue(instance, task);
  await instance.send(task.name, data, {
    db: fromPrisma(tx),
    ...(after ? { startAfter: after } : {}),
  });
}
