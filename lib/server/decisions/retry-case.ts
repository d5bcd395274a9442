import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { cancelQueuedRetry } from '#lib/server/repositories/try-on-moves.ts';
import { isCancelled } from '#lib/server/repositories/try-on-retries.ts';
import { repeatTryOn } from '#lib/server/use-cases/repeat-try-on.ts';
import { type Decision, refuseUnanswered, resolved } from './decision.ts';

export const retryCase: Decision<'retry'> = {
  async decide(deciding) {
    refuseUnanswered(deciding);
    const { tx, of, now, lane } = deciding;
    const { id } = await repeatTryOn(tx, of.tryOnId, { lane }, now);
    return { change: resolved(deciding, 'retried'), before: { retryId: id }, retryId: id };
  },
  async undo({ tx, now }, { retryId }) {
    await callOffRetry(tx, String(retryId), now);
  },
};

/** @throws AppError conflict when it has left the queue */
export async function callOffRetry(tx: Db, retryId: string, now: Date): Promise<void> {
  if (await cancelQueuedRetry(tx, retryId, now)) return;
  if (await isCancelled(tx, retryId)) return;
  throw new AppError(
    'conflict',
    'The retry was sent to the provider already, so this cannot be taken back.',
  );
}
