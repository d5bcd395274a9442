import 'server-only';

/** So long a task of a chain works before it hands over to the next. */
const SLICE_MS = 8_000;

/** Tells when a task should hand over: its time is up, or the process is told to stop. */
export function startSlice(stopped: AbortSignal, ms = SLICE_MS): () => boolean {
  const until = performance.now() + ms;
  return () => stopped.aborted || performance.now() >= until;
}

/** A batch of many rows may take longer than Prisma's five seconds, on a busy machine. */
export const BATCH_TRANSACTION = { timeout: 60_000, maxWait: 20_000 };
