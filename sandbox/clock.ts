/**
 * The sandbox's time: milliseconds since the epoch that tests may move forward,
 * so that an hour's expiry or a minute's rate window takes no waiting.
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves once `now()` has reached `until`, or as soon as `signal` aborts (it never rejects). */
  wait(until: number, signal?: AbortSignal): Promise<void>;
  /** Moves the clock forward. Throws RangeError for a negative or non-finite step. */
  advance(milliseconds: number): void;
  /** Milliseconds by which it runs ahead of the machine's; 0 for one that has nothing to do with it. */
  offset(): number;
  /** Back to where the clock started (or to the machine's time). Waits already resolved stay so. */
  reset(): void;
}

/** The longest delay setTimeout takes; a longer wait is re-armed when it fires. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

interface Waiter {
  until: number;
  check(): void;
}

function assertStep(milliseconds: number): void {
  if (!Number.isFinite(milliseconds) || milliseconds < 0) {
    throw new RangeError('The clock only moves forward, by a finite number of milliseconds.');
  }
}

function waitOn(
  waiters: Set<Waiter>,
  now: () => number,
  until: number,
  signal: AbortSignal | undefined,
  arm: (remaining: number, check: () => void) => () => void,
): Promise<void> {
  if (now() >= until || signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    let disarm = () => {};
    const finish = () => {
      disarm();
      waiters.delete(waiter);
      signal?.removeEventListener('abort', finish);
      resolve();
    };
    const waiter: Waiter = {
      until,
      check() {
        disarm();
        const remaining = until - now();
        if (remaining <= 0) finish();
        else disarm = arm(remaining, waiter.check);
      },
    };
    waiters.add(waiter);
    signal?.addEventListener('abort', finish);
    waiter.check();
  });
}

/** The machine's clock plus an offset that `advance` enlarges. */
export function createClock(): Clock {
  const waiters = new Set<Waiter>();
  let offset = 0;
  const now = () => Date.now() + offset;
  const arm = (remaining: number, check: () => void) => {
    // One millisecond more: a timer may fire a fraction early, and would only be armed again.
    const timer = setTimeout(check, Math.min(Math.ceil(remaining) + 1, LONGEST_TIMEOUT));
    return () => clearTimeout(timer);
  };
  return {
    now,
    wait: (until, signal) => waitOn(waiters, now, until, signal, arm),
    advance(milliseconds) {
      assertStep(milliseconds);
      offset += milliseconds;
      for (const waiter of [...waiters]) waiter.check();
    },
    offset: () => offset,
    reset() {
      offset = 0;
      for (const waiter of [...waiters]) waiter.check();
    },
  };
}

/** A clock that stands still until it is advanced. */
export function createManualClock(start: number = Date.UTC(2026, 0, 1)): Clock {
  const waiters = new Set<Waiter>();
  let time = start;
  const now = () => time;
  const arm = () => () => {};
  return {
    now,
    wait: (until, signal) => waitOn(waiters, now, until, signal, arm),
    advance(milliseconds) {
      assertStep(milliseconds);
      time += milliseconds;
      for (const waiter of [...waiters].sort((a, b) => a.until - b.until)) waiter.check();
    },
    offset: () => 0,
    reset() {
      time = start;
    },
  };
}
