import 'server-only';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { startWorker, type Worker } from './worker.ts';

/** Next may load this module twice (routes and instrumentation); one worker a process is enough. */
const holder = globalThis as typeof globalThis & { fittingRoomWorker?: Worker };

/**
 * Starts the worker inside the server unless WORKER says otherwise. On SIGTERM and SIGINT it claims
 * nothing more; what is in flight goes on while the server closes its connections.
 *
 * @throws Error when the configuration is not complete: the server must not serve anybody then.
 */
export function startInlineWorker(): void {
  const { WORKER } = env();
  if (WORKER === 'off' || holder.fittingRoomWorker) return;
  const worker = startWorker();
  holder.fittingRoomWorker = worker;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void worker.stop());
  }
  log.info('worker runs inside the server');
}
