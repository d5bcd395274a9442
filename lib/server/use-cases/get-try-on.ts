import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findOwnTryOn, findOwnVersion, isDue } from '#lib/server/repositories/own-try-ons.ts';
import { viewOf } from '#lib/server/try-on-view.ts';
import { awaitTryOnChange } from '#lib/server/worker/change-feed.ts';

export interface TryOnStatus {
  /** Null when nothing has changed since the version that the reader knows. */
  view: TryOnView | null;
  /** Its time has come and nobody is at it: whoever has a moment should ring `advanceTryOn`. */
  due: boolean;
}

/**
 * The try-on as its owner sees it. With `since`, an answer that would say nothing new is held for
 * up to `waitMs`.
 *
 * @throws AppError not_found, also for somebody else's.
 */
export async function getTryOn(
  actor: Actor,
  id: string,
  hold?: { since: number; waitMs: number; signal: AbortSignal },
): Promise<TryOnStatus> {
  if (hold) await holdUntilNewer(actor, id, hold);
  const row = await findOwnTryOn(db(), id, actor.userId);
  if (!row) throw new AppError('not_found');
  const due = isDue(row, new Date());
  if (hold && row.version <= hold.since) return { view: null, due };
  return { view: await viewOf(row), due };
}

/** A feed that was connected anew says «look» to everybody; then the wait goes on, but not for ever. */
const MOST_LOOKS = 3;

async function holdUntilNewer(
  actor: Actor,
  id: string,
  { since, waitMs, signal }: { since: number; waitMs: number; signal: AbortSignal },
): Promise<void> {
  const until = Date.now() + waitMs;
  for (let looks = 0; looks < MOST_LOOKS && Date.now() < until; looks += 1) {
    // Watching begins before the look, or a change between the two would be slept through.
    const change = awaitTryOnChange(id, since, until - Date.now(), signal);
    const version = await findOwnVersion(db(), id, actor.userId);
    if (version === null || version > since) {
      change.cancel();
      return;
    }
    if ((await change.done) !== 'look') return;
  }
}
