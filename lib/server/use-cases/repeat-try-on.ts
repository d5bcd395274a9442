import 'server-only';
import { retryRefusalWords, whyNoRetry } from '#lib/domain/retry-refusal.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import type { Db } from '#lib/server/db.ts';
import { countTryOn } from '#lib/server/figures/count.ts';
import type { TryOnLane } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { feedRenderRunTask } from '#lib/server/rendering/feed-task.ts';
import { followRetry } from '#lib/server/repositories/model-looks.ts';
import { createTryOn } from '#lib/server/repositories/new-try-ons.ts';
import { holdGarment } from '#lib/server/repositories/picture-readiness.ts';
import {
  changeRenderRun,
  lockRunsOf,
  type RunToFeed,
} from '#lib/server/repositories/render-runs.ts';
import { announceTryOnChange } from '#lib/server/repositories/try-on-changes.ts';
import { recordEvent } from '#lib/server/repositories/try-on-moves.ts';
import {
  findShopsTake,
  findTryOnToRepeat,
  nextRetryKey,
} from '#lib/server/repositories/try-on-retries.ts';
import { reserveUsage } from '#lib/server/repositories/usage.ts';

/**
 * Asks for the same once more: a new try-on of the same person that points back. The old one stays as
 * it is. It is booked like the old one, whose booking was given back, and may overdraw the allowance.
 * Whoever calls this holds the old one's row, so that two at once do not make two.
 *
 * @param lane the old one's without.
 * @throws AppError not_found, conflict
 */
export async function repeatTryOn(
  tx: Db,
  id: string,
  { lane }: { lane?: TryOnLane },
  now: Date,
): Promise<{ id: string }> {
  const runs = await holdWaiting(tx, id);
  const old = await findTryOnToRepeat(tx, id);
  if (!old) throw new AppError('not_found');
  const refusal = whyNoRetry(old);
  if (refusal) throw new AppError('conflict', retryRefusalWords[refusal]);
  const { userId, shopId, garmentId, garmentImageId, photoId, houseModelId, baseId } = old;
  const created = await createTryOn(
    tx,
    {
      userId,
      shopId,
      garmentId,
      garmentImageId,
      photoId,
      houseModelId,
      baseId,
      retryOfId: old.id,
      idempotencyKey: await nextRetryKey(tx, id),
      category: old.category,
      steps: old.steps,
      guidance: old.guidance,
      seed: Number(old.seed),
      forShop: old.forShop,
      lane: lane ?? old.lane,
    },
    now,
  );
  if (created.shopSuspended) {
    throw new AppError('conflict', retryRefusalWords.shop_suspended);
  }
  if (old.forShop) await followRetry(tx, old.id, created.id);
  for (const run of runs) await watchAgain(tx, run);
  await reserveUsage(tx, { id: created.id, userId, shopId });
  await recordEvent(tx, created.id, created.version, 'queued', 'queued');
  await announceTryOnChange(tx, created.id, created.version);
  if (!old.forShop) await countTryOn(tx, { userId, shopId, garmentId, createdAt: now });
  return { id: created.id };
}

/**
 * Holds what waits for a shop's own: the runs, then the garment, before the shop's row as in a round of
 * theirs. No other take is asked for meanwhile.
 */
async function holdWaiting(tx: Db, id: string): Promise<RunToFeed[]> {
  const take = await findShopsTake(tx, id);
  if (!take) return [];
  const runs = await lockRunsOf(tx, id);
  await holdGarment(tx, take.garmentId);
  return runs;
}

/** A run that was over has a picture under way again, and is to see it end. */
async function watchAgain(tx: Db, run: RunToFeed): Promise<void> {
  const round = run.round + 1;
  const reopened = run.state === 'done' ? ({ state: 'running', endedAt: null } as const) : {};
  await changeRenderRun(tx, run.id, { ...reopened, round });
  await enqueue(tx, feedRenderRunTask, { runId: run.id, round });
}
