import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { closeBoss } from '#lib/server/background/boss.ts';
import { runTasks, type TaskRunner } from '#lib/server/background/run-tasks.ts';
import { tasks } from '#lib/server/background/tasks.ts';
import { disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { keepWatching } from '#lib/server/operations/watch-without-workers.ts';
import { changeFeed } from './change-feed.ts';
import { drain, heldAnswersMade } from './in-flight.ts';
import { startWorker, type Worker } from './worker.ts';

/** Longest wait for what is in flight when the server is told to stop. */
const STOP_WITHIN_MS = 12_000;
/** The same for background work; what has not ended by then is taken over by another process. */
const TASKS_STOP_WITHIN_MS = 10_000;
/** For the last of the answers that were held, which are on their way. */
const FLUSH_MS = 250;
/** For all of it, answers to thousands included: after 15 s whoever told it to stop kills it. */
const LEAVE_WITHIN_MS = 14_500;

/** Next may load this module twice (routes and instrumentation); one worker a process is enough. */
const holder = globalThis as typeof globalThis & {
  fittingRoomWorker?: Worker;
  fittingRoomTasks?: TaskRunner;
  fittingRoomWatch?: boolean;
};

/**
 * Starts the worker inside the server unless WORKER says otherwise.
 *
 * @throws Error when the configuration is not complete: the server must not serve anybody then.
 */
export function startInlineWorker(): void {
  const { WORKER, NEXT_MANUAL_SIG_HANDLE } = env();
  if (WORKER === 'inline' && !holder.fittingRoomWorker) {
    holder.fittingRoomWorker = startWorker('inline');
    holder.fittingRoomTasks = runTasks(tasks);
    log.info('worker runs inside the server');
  }
  if (WORKER === 'off' && !holder.fittingRoomWatch) {
    holder.fittingRoomWatch = true;
    keepWatching();
  }
  const worker = holder.fittingRoomWorker;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void stop(worker, NEXT_MANUAL_SIG_HANDLE));
  }
}

/**
 * Claims nothing more, lets a POST that is under way come home, and tells everybody who waits to ask
 * again. Next on its own would leave before that: with NEXT_MANUAL_SIG_HANDLE it is ours to leave.
 */
async function stop(worker: Worker | undefined, leave: boolean): Promise<void> {
  // Whatever hangs: a lease that was not given back ends by itself.
  if (leave) setTimeout(() => process.exit(1), LEAVE_WITHIN_MS).unref();
  const background =
    holder.fittingRoomTasks?.stop(TASKS_STOP_WITHIN_MS) ?? closeBoss(TASKS_STOP_WITHIN_MS);
  await Promise.race([Promise.all([worker?.stop(), background, drain()]), pause(STOP_WITHIN_MS)]);
  await changeFeed().close();
  if (!leave) return;
  await heldAnswersMade();
  await pause(FLUSH_MS);
  await disconnect().catch(() => {});
  process.exit(0);
}
