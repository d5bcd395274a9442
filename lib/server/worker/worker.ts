import 'server-only';
import type { Room } from '#lib/domain/sending-room.ts';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { beatOf } from '#lib/server/operations/beat.ts';
import { watchOperations } from '#lib/server/operations/watch-operations.ts';
import {
  claimPaidFor,
  type HeldTryOn,
  nextDueTimes,
} from '#lib/server/repositories/try-on-claims.ts';
import { advanceHeldTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { claimSends, currentRoom } from '#lib/server/use-cases/claim-sends.ts';
import { warnOfExpiry } from '#lib/server/use-cases/warn-of-expiry.ts';
import { changeFeed } from './change-feed.ts';
import { chore } from './chore.ts';
import { keepHouse } from './keep-house.ts';

/**
 * The loop that keeps try-ons moving: claims what is due, advances it, sleeps until the next row is
 * due or the change feed tells of one. Any number of these may run against one database.
 */
const MAX_IN_FLIGHT = 24;
const LONGEST_SLEEP_MS = 5_000;
/**
 * From a change to the look at what is due now. Whoever made it sends, or goes on, by itself; every worker
 * hears of all that all do, and one look for each of those would be most of its work.
 */
const LOOK_AFTER_CHANGE_MS = 100;

export interface Worker {
  /** Claims nothing more, and resolves when what is in flight has come to its next resting place. */
  stop(): Promise<void>;
}

/** @param kind where it runs: in the server's process, or apart. */
export function startWorker(kind: 'inline' | 'apart'): Worker {
  let stopping = false;
  /** Rung since the last look at the queue: then there is no sleep before the next one. */
  let rung = false;
  let endSleep = () => {};
  const wake = () => {
    rung = true;
    endSleep();
  };
  const chores = [
    chore(10_000, beatOf(kind)),
    chore(60_000, () => keepHouse()),
    chore(60_000, () => warnOfExpiry()),
    // Often enough that no minute is missed, whoever looks first.
    chore(15_000, () => watchOperations()),
  ];
  const inFlight = new Set<Promise<void>>();
  let look: NodeJS.Timeout | undefined;
  const stopWatching = changeFeed().watchAll(() => {
    look ??= setTimeout(() => {
      look = undefined;
      wake();
    }, LOOK_AFTER_CHANGE_MS);
  });
  changeFeed()
    .open()
    .catch(() => {});

  const loop = async () => {
    while (!stopping) {
      let sleepMs = LONGEST_SLEEP_MS;
      try {
        rung = false;
        sleepMs = await claimRound(inFlight, wake);
        for (const begin of chores) begin();
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
      clearTimeout(look);
      await running;
      await Promise.allSettled(inFlight);
    },
  };
}

/** Until another look at what is due, and was in the hands of others. */
const TAKEN_BY_OTHERS_MS = 20;

/** Claims and starts what is due; returns how long there is nothing more to do. */
async function claimRound(inFlight: Set<Promise<void>>, wake: () => void): Promise<number> {
  const free = MAX_IN_FLIGHT - inFlight.size;
  if (free === 0) return LONGEST_SLEEP_MS;
  const now = new Date();
  const due = await nextDueTimes(db());
  const isDue = (at: Date | null) => at !== null && at <= now;
  let started = 0;
  const start = (claimed: HeldTryOn[]) => {
    started += claimed.length;
    for (const held of claimed) {
      const work: Promise<void> = advanceHeldTryOn(held).finally(() => {
        inFlight.delete(work);
        wake();
      });
      inFlight.add(work);
    }
  };
  let room: Room | undefined;
  // What the provider has already goes before new work.
  if (isDue(due.sending) || isDue(due.paidFor)) {
    room = await currentRoom(now);
    start(await claimPaidFor(db(), { limit: free, calls: room.calls }, now));
  }
  if ((isDue(due.queued) || isDue(due.bulk)) && started < free) {
    const sends = await claimSends(free - started, now);
    room = sends.room;
    start(sends.held);
  }
  if (started > 0) return 0;
  const times = [
    due.sending,
    latest(due.paidFor, room?.nextCallAt),
    // While only a person can end the pause there is nothing to wake up for.
    room?.nextSendAt === null ? null : latest(due.queued, room?.nextSendAt),
    room?.nextSpareAt === null ? null : latest(due.bulk, room?.nextSpareAt),
  ].flatMap((at) => (at ? [at.getTime()] : []));
  const next = Math.min(...times);
  if (next <= now.getTime()) return TAKEN_BY_OTHERS_MS;
  return Math.min(LONGEST_SLEEP_MS, Math.max(0, next - Date.now()));
}

const latest = (due: Date | null, room: Date | undefined): Date | null =>
  due && room && room > due ? room : due;
