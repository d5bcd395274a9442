import 'server-only';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import {
  type CondemnedMedia,
  claimCondemned,
  forgetMedia,
  giveBack,
} from '#lib/server/repositories/condemned-media.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { transact } from '#lib/server/transact.ts';

const A_ROUND = 200;
const AT_ONCE = 8;
/** Shorter than the shortest claim: what is not begun by then is given back. */
const A_ROUND_MS = 20_000;
/** A sweep ends after so long; the next one goes on. */
const LONGEST_MS = 4 * 60_000;
/** Nobody who deletes something waits for a slow storage longer than that. */
const LONGEST_OF_REQUEST_MS = 10_000;

/**
 * Deletes the pictures whose time is over: the bytes, then a question to the storage whether they are
 * really gone, then the row. A row is left to try again from until the storage has said so.
 *
 * @returns how many are gone.
 */
export function sweepMedia(now = new Date()): Promise<number> {
  return sweep({}, now, LONGEST_MS);
}

/** The pictures of one deletion, right after it was asked for; what is left the next sweeps take. */
export async function sweepErasure(erasureId: string | null, now = new Date()): Promise<void> {
  if (erasureId) await sweep({ erasureId }, now, LONGEST_OF_REQUEST_MS);
}

async function sweep(which: { erasureId?: string }, now: Date, longestMs: number): Promise<number> {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  // What is written down as the proof is when the storage was asked, not when the sweep began.
  const clock = () => new Date(now.getTime() + elapsed());
  let gone = 0;
  while (elapsed() < longestMs) {
    const due = await claimCondemned(db(), { limit: A_ROUND, ...which }, clock());
    let tried = 0;
    const ends = Math.min(longestMs, elapsed() + A_ROUND_MS);
    while (tried < due.length && (tried === 0 || elapsed() < ends)) {
      const some = due.slice(tried, tried + AT_ONCE);
      tried += some.length;
      const went = await Promise.all(some.map((media) => erase(media, clock)));
      gone += went.filter(Boolean).length;
    }
    if (tried < due.length) await giveBack(db(), due.slice(tried), clock());
    else if (due.length < A_ROUND) break;
  }
  return gone;
}

async function erase(media: CondemnedMedia, clock: () => Date): Promise<boolean> {
  try {
    await storage().delete(media.storageKeys);
    const left = await Promise.all(media.storageKeys.map((key) => storage().head(key)));
    if (left.some((facts) => facts !== null)) {
      log.error({ mediaId: media.id }, 'the storage still has a picture that it said it deleted');
      return false;
    }
    await transact((tx) => forgetMedia(tx, media, clock()));
    return true;
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log.warn({ mediaId: media.id, error: name }, 'picture could not be deleted yet');
    return false;
  }
}
