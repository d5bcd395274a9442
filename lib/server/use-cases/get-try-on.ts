import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findOwnTryOn, findOwnVersion } from '#lib/server/repositories/try-ons.ts';
import { viewOf } from '#lib/server/try-on-view.ts';
import { awaitTryOnChange } from '#lib/server/worker/change-feed.ts';

/**
 * The try-on as its owner sees it. With `since`, an answer that would say nothing new is held for
 * up to `waitMs`; `null` then means that nothing has changed.
 *
 * @throws AppError not_found, also for somebody else's.
 */
export async function getTryOn(
  actor: Actor,
  id: string,
  hold?: { since: number; waitMs: number; signal: AbortSignal },
): Promise<TryOnView | null> {
  if (hold && hold.waitMs > 0) {
    const { since, waitMs, signal } = hold;
    // Listening begins before the look, or a change between the two would be slept through.
    const change = awaitTryOnChange(id, since, waitMs, signal);
    const version = await findOwnVersion(db(), id, actor.userId);
    if (version === null) {
      change.cancel();
      throw new AppError('not_found');
    }
    if (version > since) change.cancel();
    else await change.done;
  }
  const row = await findOwnTryOn(db(), id, actor.userId);
  if (!row) throw new AppError('not_found');
  if (hold && row.version <= hold.since) return null;
  return viewOf(row);
}
