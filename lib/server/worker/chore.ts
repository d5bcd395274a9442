import 'server-only';
import { log } from '#lib/server/log.ts';

/**
 * Small work beside the queue, done at most once per `everyMs` and never twice at the same time. What
 * comes back begins it when it is due, and does not wait: a slow store must not keep try-ons waiting.
 */
export function chore(everyMs: number, work: () => Promise<unknown>): () => void {
  let dueAt = 0;
  let busy = false;
  return () => {
    if (busy || Date.now() < dueAt) return;
    dueAt = Date.now() + everyMs;
    busy = true;
    work()
      .catch((error: unknown) => {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'chore failed');
      })
      .finally(() => {
        busy = false;
      });
  };
}
