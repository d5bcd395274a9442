import { UnreachableError } from './problem-error.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

interface KeepTryingOptions {
  signal?: AbortSignal;
  /** Told when an answer did not come, and again (false) when one did. */
  onTrouble?: (inTrouble: boolean) => void;
  /** Resolves after the pause, or earlier when the network comes back. */
  pause?: (milliseconds: number) => Promise<void>;
}

/**
 * Repeats a request until an answer comes, whatever it is. Only for requests that may be repeated:
 * reads, and writes with an idempotency key.
 */
export async function keepTrying<T>(
  request: () => Promise<T>,
  { signal, onTrouble, pause = pauseUntilOnline }: KeepTryingOptions = {},
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      const answer = await request();
      if (failures > 0) onTrouble?.(false);
      return answer;
    } catch (error) {
      if (!(error instanceof UnreachableError) || signal?.aborted) throw error;
      onTrouble?.(true);
      await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures));
      signal?.throwIfAborted();
    }
  }
}

function pauseUntilOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
  });
}
