import 'server-only';
import { type LeftOutReason, pauseOf, whyLeftOut } from '#lib/domain/bulk-retry.ts';
import { type Db, db } from '#lib/server/db.ts';
import { carryOut } from '#lib/server/decisions/carry-out.ts';
import {
  changeBulk,
  changeItem,
  lockBulk,
  nextWaiting,
} from '#lib/server/repositories/bulk-retries.ts';
import { isAdmin, lockCase } from '#lib/server/repositories/case-decisions.ts';
import { findTryOnToRepeat } from '#lib/server/repositories/try-on-retries.ts';

/** Of what only falls out, so many are settled in one round. */
const MOST_A_ROUND = 40;
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

export interface Round {
  bulkId: string;
  round: number;
}

/**
 * One round of a bulk retry: asks for one, and comes back when the next may be asked for. All of it in
 * one transaction, so that a round which was killed has not been, and none is asked for twice. A round
 * that is not its present one does nothing: there is one chain at a time. It asks for one only, since a
 * try-on holds its shop's row, and those of several shops could wait for each other.
 *
 * @param comeBack asks for the next round, in the same transaction.
 */
export async function retryNext(
  { bulkId, round }: Round,
  comeBack: (tx: Db, next: Round, after: Date) => Promise<void>,
  now = new Date(),
): Promise<void> {
  await db().$transaction(async (tx) => {
    const bulk = await lockBulk(tx, bulkId);
    if (bulk?.round !== round || bulk.state !== 'running') return;
    const { creatorId } = bulk;
    // It is done in the name of whoever started it, who must still be allowed to.
    if (!creatorId || !(await isAdmin(tx, creatorId))) {
      await changeBulk(tx, bulkId, { state: 'stopped', endedAt: now });
      return;
    }
    for (let settled = 0; settled < MOST_A_ROUND; settled += 1) {
      const item = await nextWaiting(tx, bulkId);
      if (!item) {
        await changeBulk(tx, bulkId, { state: 'done', endedAt: now });
        return;
      }
      const of = { tx, actorId: creatorId, now };
      const asked = await retryOne(of, item.tryOnId, bulk.filter.alsoMaybePaid);
      if ('retryId' in asked) {
        await changeItem(tx, bulkId, item.position, { state: 'retried', retryId: asked.retryId });
        await goOn(new Date(now.getTime() + pauseOf(bulk.perMinute)));
        return;
      }
      await changeItem(tx, bulkId, item.position, { state: 'left_out', reason: asked.reason });
    }
    await goOn(now);

    async function goOn(after: Date): Promise<void> {
      const next = { bulkId, round: round + 1 };
      await changeBulk(tx, bulkId, { round: next.round });
      await comeBack(tx, next, after);
    }
  }, TRANSACTION);
}

/** As its case stands now, whatever it was when the bulk retry began. */
async function retryOne(
  { tx, actorId, now }: { tx: Db; actorId: string; now: Date },
  tryOnId: string,
  alsoMaybePaid: boolean,
): Promise<{ retryId: string } | { reason: LeftOutReason }> {
  const of = await lockCase(tx, tryOnId);
  const tryOn = of && (await findTryOnToRepeat(tx, tryOnId));
  if (!tryOn) return { reason: 'deleted' };
  const reason = whyLeftOut({ ...of, tryOn }, alsoMaybePaid);
  if (reason) return { reason };
  const { retryId } = await carryOut(
    { tx, of, actorId, now, lane: 'BULK' },
    { kind: 'retry', version: of.version },
  );
  if (!retryId) throw new Error(`The retry of ${tryOnId} has no try-on.`);
  return { retryId };
}
