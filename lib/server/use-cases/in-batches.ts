import 'server-only';
import { log } from '#lib/server/log.ts';

interface Batches<T> {
  /** In one order, from behind `after` on: what fails is passed by. */
  find: (limit: number, after: T | null) => Promise<T[]>;
  /** Those with the same belong together. */
  by: (one: T) => string;
  each: (of: string, together: T[]) => Promise<void>;
  limit: number;
  /** No other batch is begun after so long; the next run goes on. */
  withinMs: number;
}

/**
 * Goes through what is due, some at a time. What fails is left for the next run and keeps nobody else
 * waiting, however much of it there is.
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
  for (let after: T | null = null; ; ) {
    const batch: T[] = await find(limit, after);
    for (const [of, together] of Map.groupBy(batch, by)) {
      try {
        await each(of, together);
        done += together.length;
      } catch (error) {
        const name = error instanceof Error ? error.name : 'unknown';
        log.warn({ error: name }, 'what is over could not be deleted yet');
      }
    }
    after = batch.at(-1) ?? null;
    if (batch.length < limit || performance.now() - startedAt > withinMs) return done;
  }
}
