import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { unfollowRetry } from '#lib/server/repositories/model-looks.ts';
import { lockTryOn } from '#lib/server/repositories/new-try-ons.ts';
import { holdGarment } from '#lib/server/repositories/picture-readiness.ts';
import { lockRunsOf } from '#lib/server/repositories/render-runs.ts';
import { cancelQueuedRetry } from '#lib/server/repositories/try-on-moves.ts';
import { isCancelled } from '#lib/server/repositories/try-on-retries.ts';
import { repeatTryOn } from '#lib/server/use-cases/repeat-try-on.ts';
import { type Deciding, type Decision, refuseUnanswered, resolved } from './decision.ts';

export const retryCase: Decision<'retry'> = {
  async decide(deciding) {
    refuseUnanswered(deciding);
    const { tx, of, now, lane } = deciding;
    const { id } = await repeatTryOn(tx, of.tryOnId, { lane }, now);
    return { change: resolved(deciding, 'retried'), before: { retryId: id }, retryId: id };
  },
  undo: (deciding, { retryId }) => callOffRetry(deciding, String(retryId)),
};

/** @throws AppError conflict when it has left the queue */
export async function callOffRetry({ tx, of, now }: Deciding, retryId: string): Promise<void> {
  const { forShop } = of.tryOn;
  if (forShop) {
    // As in a round of theirs, which would ask for it again when it is cancelled; a run that is over but
    // for this sees in its next one that it is. Then as in a move of the retry, and before the shop's month.
    await lockRunsOf(tx, retryId);
    await lockTryOn(tx, retryId);
    await holdGarment(tx, of.garmentId);
  }
  if (!(await cancelQueuedRetry(tx, retryId, now)) && !(await isCancelled(tx, retryId))) {
    throw new AppError(
      'conflict',
      'The retry was sent to the provider already, so this cannot be taken back.',
    );
  }
  if (forShop) await unfollowRetry(tx, of.tryOnId, retryId);
}
