import 'server-only';
import { disconnect } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { changeFeed } from './change-feed.ts';
import { startWorker, type Worker } from './worker.ts';

/** Next may load this module twice (routes and instrumentation); one worker a process is enough. */
const holder = globalThis as typeof globalThis & { fittingRoomWorker?: Worker };

/** @throws when the configuration is not complete: the server must not serve anybody then. */
export function startServer(): void {
  const { WORKER } = env();
  if (WORKER === 'off' || holder.fittingRoomWorker) return;
  holder.fittingRoomWorker = startWorker();
  log.info('worker runs inside the server');
}

/** The worker as a process of its own: runs until it is told to stop, then finishes what it holds. */
export async function runWorker(signal: AbortSignal): Promise<void> {
  env();
  const worker = startWorker();
  log.info('worker runs');
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await worker.stop();
  await changeFeed().close();
  await disconnect();
}
