import 'server-only';

/**
 * A reading of the database that every process may be a few seconds late with. Where it cannot be had,
 * what was read last goes on, and before that `otherwise`: whoever asks is not held up by it.
 */
export function keptShortly<T>(ms: number, otherwise: T, read: () => Promise<T>) {
  let last = otherwise;
  let until = 0;
  let changes = 0;
  let reading: Promise<T> | undefined;

  const readAnew = async () => {
    const of = changes;
    try {
      last = await read();
    } catch {
      // The next who asks tries again.
    }
    // What was read before a change may be older than it.
    if (of === changes) until = Date.now() + ms;
    return last;
  };
  return {
    get(): Promise<T> {
      if (Date.now() < until) return Promise.resolve(last);
      if (reading) return reading;
      const mine = readAnew().finally(() => {
        if (reading === mine) reading = undefined;
      });
      reading = mine;
      return mine;
    },
    /** After a change made here, which is seen at once. What Next bundles apart keeps its own, like another process. */
    forget(): void {
      until = 0;
      changes += 1;
      reading = undefined;
    },
  };
}
