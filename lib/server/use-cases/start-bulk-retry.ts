import 'server-only';
import type { StartBulkBody } from '#lib/contracts/bulk-retry.ts';
import { MOST_IN_BULK, whyLeftOut } from '#lib/domain/bulk-retry.ts';
import { readCaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { bulkRetryTask } from '#lib/server/bulk-retries/bulk-retry-task.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { createBulk, listCandidates } from '#lib/server/repositories/bulk-retries.ts';
import { transact } from '#lib/server/transact.ts';

/** Thousands of rows. */
const TRANSACTION = { timeout: 30_000, maxWait: 10_000 };

/**
 * Begins to retry the cases that a question finds now, the oldest first; at most `MOST_IN_BULK`.
 *
 * @throws AppError forbidden, conflict when there is none to retry, or no longer as many as the
 *   person was told
 */
export async function startBulkRetry(
  actor: Actor,
  { query: asked, perMinute, alsoMaybePaid, expected }: StartBulkBody,
  now = new Date(),
): Promise<{ id: string }> {
  assertAdmin(actor);
  const me = actor.userId;
  const filter = readCaseQuery(Object.fromEntries(new URLSearchParams(asked)));
  return transact(async (tx) => {
    const candidates = await listCandidates(tx, { filter, me, limit: MOST_IN_BULK }, now);
    const items = candidates.map((candidate) => ({
      tryOnId: candidate.tryOnId,
      reason: whyLeftOut(candidate, alsoMaybePaid),
    }));
    const cases = items.filter(({ reason }) => reason === null).length;
    if (cases === 0) throw new AppError('conflict', 'None of these cases can be retried.');
    if (cases !== expected) {
      throw new AppError(
        'conflict',
        'It is no longer as many cases as you were shown. Look at the figures again.',
      );
    }
    // `me` would be somebody else to whoever reads it.
    const query = writeCaseQuery(filter.assignee === 'me' ? { ...filter, assignee: me } : filter);
    const bulk = { creatorId: me, query, perMinute, alsoMaybePaid };
    const id = await createBulk(tx, bulk, items, now);
    await recordAudit(tx, {
      actorId: me,
      action: 'bulk-retry.started',
      subjectType: 'bulk-retry',
      subjectId: id,
      detail: { cases, perMinute },
    });
    await enqueue(tx, bulkRetryTask, { bulkId: id, round: 0 });
    return { id };
  }, TRANSACTION);
}
