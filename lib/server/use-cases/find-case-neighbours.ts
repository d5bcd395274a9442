import 'server-only';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { caseWhere } from '#lib/server/repositories/case-filter.ts';
import { findNextCase } from '#lib/server/repositories/case-rows.ts';
import { findCaseId } from '#lib/server/repositories/review-cases.ts';

export interface CaseNeighbours {
  previous: string | null;
  next: string | null;
}

/**
 * The try-ons of the cases before and after this one in a queue. It need not belong to the queue any
 * more: whoever has just resolved it goes on to the next.
 *
 * @throws AppError forbidden
 */
export async function findCaseNeighbours(
  actor: Actor,
  tryOnId: string,
  query: CaseQuery,
  now = new Date(),
): Promise<CaseNeighbours> {
  assertAdmin(actor);
  const caseId = await findCaseId(db(), tryOnId);
  if (!caseId) return { previous: null, next: null };
  const where = caseWhere(query, actor.userId, now);
  const back = query.order === 'newest' ? 'oldest' : 'newest';
  const [previous, next] = await Promise.all([
    findNextCase(db(), where, { caseId, order: back }),
    findNextCase(db(), where, { caseId, order: query.order }),
  ]);
  return { previous, next };
}
