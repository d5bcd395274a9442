import 'server-only';
import type { BulkPreview } from '#lib/contracts/bulk-retry.ts';
import { helpsToAskAgain, MOST_IN_BULK, whyLeftOut } from '#lib/domain/bulk-retry.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import {
  countCandidates,
  findUsualCost,
  listCandidates,
} from '#lib/server/repositories/bulk-retries.ts';

/** How many of the cases of a question a bulk retry would ask for, and why not the others. */
export async function previewBulkRetry(
  actor: Actor,
  filter: CaseQuery,
  now = new Date(),
): Promise<BulkPreview> {
  assertAdmin(actor);
  const me = actor.userId;
  const [total, candidates, costMicros] = await Promise.all([
    countCandidates(db(), { filter, me }, now),
    listCandidates(db(), { filter, me, limit: MOST_IN_BULK }, now),
    findUsualCost(db()),
  ]);
  const leftOut: Record<string, number> = {};
  let retryable = 0;
  let unlikely = 0;
  for (const candidate of candidates) {
    const reason = whyLeftOut(candidate, false);
    if (reason) {
      leftOut[reason] = (leftOut[reason] ?? 0) + 1;
      continue;
    }
    retryable += 1;
    if (!helpsToAskAgain(candidate.errorClass)) unlikely += 1;
  }
  const { may_be_paid_for: mayBePaidFor = 0, ...others } = leftOut;
  return {
    total,
    looked: candidates.length,
    retryable,
    unlikely,
    mayBePaidFor,
    leftOut: others,
    costMicros,
  };
}
