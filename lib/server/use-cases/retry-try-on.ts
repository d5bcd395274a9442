import 'server-only';
import { needsReview } from '#lib/domain/try-on.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { type Db, db } from '#lib/server/db.ts';
import { countTryOn } from '#lib/server/figures/count.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { feedRenderRunTask } from '#lib/server/rendering/feed-task.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { followRetry } from '#lib/server/repositories/model-looks.ts';
import { createTryOn, findTryOnToRepeat, lockTryOn } from '#lib/server/repositories/new-try-ons.ts';
import {
  changeRenderRun,
  lockRunsOf,
  type RunToFeed,
} from '#lib/server/repositories/render-runs.ts';
import { announceTryOnChange } from '#lib/server/repositories/try-on-changes.ts';
import { recordEvent } from '#lib/server/repositories/try-on-moves.ts';
import { reserveUsage } from '#lib/server/repositories/usage.ts';

/**
 * An admin asks for the same once more: a new try-on of the same person that points back. The old one
 * stays as it is. It is booked like the old one, whose booking was given back, and an admin may overdraw
 * the allowance. Asking twice gives the same new try-on.
 *
 * @throws AppError forbidden, not_found, conflict
 */
export async function retryTryOn(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<{ id: string }> {
  assertAdmin(actor);
  const old = await findTryOnToRepeat(db(), id);
  if (!old) throw new AppError('not_found');
  if (!needsReview(old.state)) {
    throw new AppError('conflict', 'Only a try-on that has ended without a look can be retried.');
  }
  if (old.photo?.consent.withdrawnAt) {
    throw new AppError('conflict', 'The consent was withdrawn, so this cannot be tried again.');
  }
  // An outfit needs the look under it, and the photo of that no more.
  if (!old.baseId && old.photoId && (old.photo?.deletedAt || !old.photo?.inputMediaId)) {
    throw new AppError('conflict', 'The photo has been deleted, so this cannot be tried again.');
  }
  if (old.baseId && (old.base?.deletedAt || !old.base?.resultMediaId)) {
    throw new AppError(
      'conflict',
      'The look under it has been deleted, so this cannot be tried again.',
    );
  }
  // With blanks, which no client may send in its own key.
  const idempotencyKey = `retry of ${id}`;
  return db().$transaction(async (tx) => {
    // One retry a case, also when two admins press at once: the second waits here and finds it.
    await lockTryOn(tx, id);
    const known = await tx.tryOn.findFirst({
      where: { userId: old.userId, idempotencyKey },
      select: { id: true },
    });
    if (known) return known;
    // Before the shop's row, as in a round of theirs.
    const runs = old.forShop ? await lockRunsOf(tx, id) : [];
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
        idempotencyKey,
        category: old.category,
        steps: old.steps,
        guidance: old.guidance,
        seed: Number(old.seed),
        forShop: old.forShop,
        lane: old.lane,
      },
      now,
    );
    if (old.forShop) await followRetry(tx, old.id, created.id);
    for (const run of runs) await watchAgain(tx, run);
    await reserveUsage(tx, { id: created.id, userId, shopId });
    await recordEvent(tx, created.id, created.version, 'queued', 'queued');
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'try-on.retried',
      subjectType: 'try-on',
      subjectId: id,
      detail: { retry: created.id },
    });
    await announceTryOnChange(tx, created.id, created.version);
    if (!old.forShop) await countTryOn(tx, { userId, shopId, garmentId, createdAt: now });
    return { id: created.id };
  });
}

/** A run that was over has a picture under way again, and is to see it end. */
async function watchAgain(tx: Db, run: RunToFeed): Promise<void> {
  const round = run.round + 1;
  const reopened = run.state === 'done' ? ({ state: 'running', endedAt: null } as const) : {};
  await changeRenderRun(tx, run.id, { ...reopened, round });
  await enqueue(tx, feedRenderRunTask, { runId: run.id, round });
}
