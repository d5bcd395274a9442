import 'server-only';
import { type LeftOutReason, pauseOf, whyLeftOut } from '#lib/domain/bulk-retry.ts';
import { type Db, db } from '#lib/server/db.ts';
import { carryOut } from '#lib/server/decisions/carry-out.ts';
import {
  changeBulk,
  changeItem,
  findCandidate,
  lockBulk,
  nextWaiting,
} from '#lib/server/repositories/bulk-retries.ts';
import { isAdmin, lockCase } from '#lib/server/repositories/case-decisions.ts';

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
 * that is not its present one does nothing: there is one chain at a time. It holds one case only, and
 * reads without holding what only falls out: a shopper who deletes all her looks, or the rows of several
 * shops, could wait for each other.
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
    const { alsoMaybePaid } = bulk.filter;
    for (let settled = 0; settled < MOST_A_ROUND; settled += 1) {
      const item = await nextWaiting(tx, bulkId);
      if (!item) {
        await changeBulk(tx, bulkId, { state: 'done', endedAt: now });
        return;
      }
      const { position, tryOnId } = item;
      const reason = await whyNotNow(tx, tryOnId, alsoMaybePaid);
      if (reason) {
        await changeItem(tx, bulkId, position, { state: 'left_out', reason });
        continue;
      }
      const of = { tx, actorId: creatorId, now };
      const asked = await retryOne(of, tryOnId, alsoMaybePaid);
      if ('reason' in asked) {
        await changeItem(tx, bulkId, position, { state: 'left_out', reason: asked.reason });
        // It is held to the end, and no other beside it.
        break;
      }
      await changeItem(tx, bulkId, position, { state: 'retried', retryId: asked.retryId });
      await goOn(new Date(now.getTime() + pauseOf(bulk.perMinute)));
      return;
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
async function whyNotNow(
  tx: Db,
  tryOnId: string,
  alsoMaybePaid: boolean,
): Promise<LeftOutReason | null> {
  const candidate = await findCandidate(tx, tryOnId);
  return candidate ? whyLeftOut(candidate, alsoMaybePaid) : 'deleted';
}

async function retryOne(
  { tx, actorId, now }: { tx: Db; actorId: string; now: Date },
  tryOnId: string,
  alsoMaybePaid: boolean,
): Promise<{ retryId: string } | { reason: LeftOutReason }> {
  const of = await lockCase(tx, tryOnId);
  // It may have changed before it was held.
  const reason = await whyNotNow(tx, tryOnId, alsoMaybePaid);
  if (!of || reason) return { reason: reason ?? 'deleted' };
  const { retryId } = await carryOut(
    { tx, of, actorId, now, lane: 'BULK' },
    { kind: 'retry', version: of.version },
  );
  if (!retryId) throw new Error(`The retry of ${tryOnId} has no try-on.`);
  return { retryId };
}
