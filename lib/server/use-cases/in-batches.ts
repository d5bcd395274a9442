import 'server-only';
import { log } from '#lib/server/log.ts';

interface Batches<T> {
  find: (limit: number) => Promise<T[]>;
  /** Those with the same belong together. */
  by: (one: T) => string;
  each: (of: string, together: T[]) => Promise<void>;
  limit: number;
  /** No other batch is begun after so long; the next run goes on. */
  withinMs: number;
}

/**
 * Goes through what is due, some at a time. What fails is left for the next run and keeps nobody else
 * waiting; when nothing of a batch gets done, that is the end of it.
 *
 * @returns how many were done.
 */
export async function inBatches<T>({
  find,
  by,
  each,
  limit,
  withinMs,
}: Batches<T>): Promise<number> {
  const startedAt = performance.now();
  let done = 0;
  for (;;) {
    const batch = await find(limit);
    let went = 0;
    for (const [of, together] of Map.groupBy(batch, by)) {
      try {
        await each(of, together);
        went += together.length;
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        log.warn({ error: name }, 'what is over could not be deleted yet');
      }
    }
    done += went;
    if (batch.length < limit || went === 0) return done;
    if (performance.now() - startedAt > withinMs) return done;
  }
}
