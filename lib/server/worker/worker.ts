import 'server-only';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { claimDueTryOns, nextDueAt } from '#lib/server/repositories/try-on-queue.ts';
import { advanceHeldTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { sweepMedia } from '#lib/server/use-cases/sweep-media.ts';
import { changeFeed } from './change-feed.ts';

/**
 * The loop that keeps try-ons moving: claims what is due, advances it, sleeps until the next row is
 * due or the change feed tells of one. Any number of these may run against one database.
 */
const MAX_IN_FLIGHT = 24;
const LONGEST_SLEEP_MS = 5_000;
const SWEEP_EVERY_MS = 5 * 60_000;

export interface Worker {
  /** Claims nothing more, and resolves when what is in flight has come to its next resting place. */
  stop(): Promise<void>;
}

export function startWorker(): Worker {
  let stopping = false;
  /** Rung since the last look at the queue: then there is no sleep before the next one. */
  let rung = false;
  let endSleep = () => {};
  const wake = () => {
    rung = true;
    endSleep();
  };
  let sweeping = false;
  const inFlight = new Set<Promise<void>>();
  const stopWatching = changeFeed().watchAll(wake);
  changeFeed()
    .open()
    .catch(() => {});

  const loop = async () => {
    let sweepAt = Date.now();
    while (!stopping) {
      let sleepMs = LONGEST_SLEEP_MS;
      try {
        rung = false;
        sleepMs = await claimRound(inFlight, wake);
        // Beside the loop: a slow store must not keep try-ons waiting.
        if (Date.now() >= sweepAt && !sweeping) {
          sweepAt = Date.now() + SWEEP_EVERY_MS;
          sweeping = true;
          void sweepMedia()
            .catch(() => {})
            .finally(() => {
              sweeping = false;
            });
        }
      } catch (error) {
        // The database is away. Rows keep their leases; the loop comes back.
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'worker is waiting');
        sleepMs = 1_000;
      }
      if (stopping || rung) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, sleepMs);
        endSleep = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();

  return {
    async stop() {
      stopping = true;
      wake();
      stopWatching();
      await running;
      await Promise.allSettled(inFlight);
    },
  };
}

/** Claims and starts what is due; returns how long there is nothing more to do. */
async function claimRound(inFlight: Set<Promise<void>>, wake: () => void): Promise<number> {
  const free = MAX_IN_FLIGHT - inFlight.size;
  if (free > 0) {
    const claimed = await claimDueTryOns(db(), free, new Date());
    for (const held of claimed) {
      const work: Promise<void> = advanceHeldTryOn(held).finally(() => {
        inFlight.delete(work);
        wake();
      });
      inFlight.add(work);
    }
    if (claimed.length === free) return 0;
  }
  if (inFlight.size >= MAX_IN_FLIGHT) return LONGEST_SLEEP_MS;
  const due = await nextDueAt(db());
  if (!due) return LONGEST_SLEEP_MS;
  return Math.min(LONGEST_SLEEP_MS, Math.max(0, due.getTime() - Date.now()));
}
