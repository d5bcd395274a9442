import 'server-only';
import type { z } from 'zod';

interface TaskOptions<T> {
  /** Of its queue; letters, digits, `-`, `_`, `.` and `/`. */
  name: string;
  /** What travels with it: ids, never contents. */
  data: z.ZodType<T>;
  /** How many of them one process runs at a time. */
  concurrency: number;
  /** Tries after the first one, with growing pauses; afterwards it is a dead letter. */
  retries: number;
  /** A run that has not come to its end by then is taken for dead. */
  withinSeconds: number;
  /**
   * How often a worker looks for what it is not told of, in seconds: what has come due, or is to be tried
   * again. Five, unless said otherwise.
   */
  lookSeconds?: number;
  /** How long what travels with it is kept once it has ended or failed; a week, unless said otherwise. */
  keptSeconds?: number;
  run: (data: T, stopped: AbortSignal) => Promise<void>;
  /** When a worker starts: asks for what is to be caught up with. */
  begins?: () => Promise<void>;
  /** When all tries have failed: says so where people look. May be called more than once. */
  giveUp?: (data: T) => Promise<void>;
}

/**
 * One kind of background work. Its `run` may be called again for the same data, after a crash or an
 * error, so it must come to the same end however often it begins. Long work is a chain of short
 * tasks, each of which enqueues the next: that is what makes it resumable, and stoppable in between.
 *
 * Not for try-ons: their calls are paid for and timed to tenths of a second (`worker.ts`).
 */
export interface Task<T> extends TaskToRun {
  data: z.ZodType<T>;
}

/** A task to the runner, which does not know what its data are. Both throw on data of another kind. */
export interface TaskToRun
  extends Pick<
    TaskOptions<never>,
    'name' | 'concurrency' | 'retries' | 'withinSeconds' | 'lookSeconds' | 'keptSeconds' | 'begins'
  > {
  begin: (data: unknown, stopped: AbortSignal) => Promise<void>;
  abandon: (data: unknown) => Promise<void>;
}

export function defineTask<T>({ run, giveUp, ...task }: TaskOptions<T>): Task<T> {
  return {
    ...task,
    begin: (data, stopped) => run(task.data.parse(data), stopped),
    abandon: async (data) => giveUp?.(task.data.parse(data)),
  };
}
