import 'server-only';
import { runTasks } from '#lib/server/background/run-tasks.ts';
import { tasks } from '#lib/server/background/tasks.ts';
import { disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { changeFeed } from './change-feed.ts';
import { startWorker } from './worker.ts';

/** Longest wait for background work when the process is told to stop; the rest is taken over. */
const STOP_WITHIN_MS = 10_000;

/** The worker as a process of its own: runs until it is told to stop, then finishes what it holds. */
export async function runWorker(stopped: AbortSignal): Promise<void> {
  env();
  const worker = startWorker('apart');
  const background = runTasks(tasks);
  log.info('worker runs');
  await new Promise<void>((resolve) => {
    if (stopped.aborted) resolve();
    stopped.addEventListener('abort', () => resolve(), { once: true });
  });
  await Promise.all([worker.stop(), background.stop(STOP_WITHIN_MS)]);
  await changeFeed().close();
  await disconnect();
}
