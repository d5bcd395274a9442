import 'server-only';
import { AppError } from './http/app-error.ts';

/** More would make one long statement of a crowd, behind which everybody waits. */
const MOST_KEYS = 100;
/** The next gather while these are under way, so that the connections are left to others. */
const MOST_STATEMENTS = 3;

/** Somewhat more than the wait for a connection; after that another reading may have the place. */
const READING_MS = 15_000;
/** Twice the crowd that one process is made for. */
const MOST_WAITING = 10_000;

interface Asked<K, V> {
  key: K;
  resolve: (value: V) => void;
  reject: (error: unknown) => void;
}

/**
 * Rows that many people ask for at the same moment, read by one statement for all of them: a crowd that
 * comes back after a restart would queue for a connection until it is sent away. Nobody is told what was
 * read before she asked, and what was read for one is not kept for another.
 *
 * @param read answers in the order of the keys.
 * @throws AppError unavailable, when it takes too long or too many wait already.
 */
export function readTogether<K, V>(
  read: (keys: K[]) => Promise<V[]>,
  { withinMs = READING_MS, mostWaiting = MOST_WAITING } = {},
): (key: K) => Promise<V> {
  let waiting: Asked<K, V>[] = [];
  let underWay = 0;
  let isCalled = false;

  async function readFor(asked: Asked<K, V>[]): Promise<void> {
    underWay += 1;
    try {
      const values = await inTime(read(asked.map(({ key }) => key)), withinMs);
      for (const [place, { resolve }] of asked.entries()) resolve(values[place] as V);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    } finally {
      underWay -= 1;
      begin();
    }
  }

  function begin(): void {
    isCalled = false;
    while (waiting.length > 0 && underWay < MOST_STATEMENTS) {
      const asked = waiting.slice(0, MOST_KEYS);
      waiting = waiting.slice(MOST_KEYS);
      void readFor(asked);
    }
  }

  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) throw new AppError('unavailable');
      waiting.push({ key, resolve, reject });
      if (isCalled || underWay >= MOST_STATEMENTS) return;
      isCalled = true;
      // After all requests that have come in together.
      setImmediate(begin);
    });
}

async function inTime<T>(reading: Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new AppError('unavailable')), ms);
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}
