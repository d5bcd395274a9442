import 'server-only';
import { disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { changeFeed } from './change-feed.ts';
import { startWorker } from './worker.ts';

/** The worker as a process of its own: runs until it is told to stop, then finishes what it holds. */
export async function runWorker(stopped: AbortSignal): Promise<void> {
  env();
  const worker = startWorker();
  log.info('worker runs');
  await new Promise<void>((resolve) => {
    if (stopped.aborted) resolve();
    stopped.addEventListener('abort', () => resolve(), { once: true });
  });
  await worker.stop();
  await changeFeed().close();
  await disconnect();
}
