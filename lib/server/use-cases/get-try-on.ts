import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { pool } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { readTogether } from '#lib/server/read-together.ts';
import {
  type AskedTryOn,
  findAskedTryOns,
  findStandings,
  isDue,
} from '#lib/server/repositories/own-try-ons.ts';
import { viewOf } from '#lib/server/try-on-view.ts';
import { awaitTryOnChange } from '#lib/server/worker/change-feed.ts';

export interface TryOnStatus {
  /** Null when nothing has changed since the version that the reader knows, or she has gone. */
  view: TryOnView | null;
  /** Its time has come and nobody is at it: whoever has a moment should ring `advanceTryOn`. */
  due: boolean;
}

interface Hold {
  since: number;
  waitMs: number;
  signal: AbortSignal;
}

const standingOf = readTogether((asked: AskedTryOn[]) => findStandings(pool(), asked));
const tryOnOf = readTogether((asked: AskedTryOn[]) => findAskedTryOns(pool(), asked));

/**
 * The try-on as its owner sees it. With `since`, an answer that would say nothing new is held for
 * up to `waitMs`.
 *
 * @throws AppError not_found, also for somebody else's.
 */
export async function getTryOn(actor: Actor, id: string, hold?: Hold): Promise<TryOnStatus> {
  const unchanged = hold && (await holdUntilNewer(actor, id, hold));
  // Whoever has gone is told nothing, and nothing is read for that.
  if (hold?.signal.aborted) return { view: null, due: false };
  if (unchanged) return { view: null, due: isDue(unchanged, new Date()) };
  const row = await tryOnOf({ id, userId: actor.userId });
  if (!row) throw new AppError('not_found');
  return { view: await viewOf(row), due: isDue(row, new Date()) };
}

/** @returns how it stands when the time is over without anything newer; null when there is, or nothing at all. */
async function holdUntilNewer({ userId }: Actor, id: string, { since, waitMs, signal }: Hold) {
  const lookForNewer = async () => {
    const standing = await standingOf({ id, userId });
    return standing && standing.version <= since ? standing : null;
  };
  if (waitMs === 0) return lookForNewer();
  // Watching begins before the look, or a change between the two would be slept through.
  const change = awaitTryOnChange(id, since, waitMs, signal);
  try {
    if (!(await lookForNewer())) return null;
    if ((await change.done) === 'changed' || signal.aborted) return null;
  } finally {
    change.cancel();
  }
  return lookForNewer();
}
