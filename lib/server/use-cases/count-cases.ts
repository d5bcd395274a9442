import 'server-only';
import type { CaseCounts } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { countTabs, withTab } from '#lib/domain/case-tabs.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { countCasesTo, countPiles } from '#lib/server/repositories/case-counts.ts';
import { caseWhere } from '#lib/server/repositories/case-filter.ts';

const RESOLVED_LIMIT = 1_000;

/** How many cases each tab would show, under all else that is asked for. @throws AppError forbidden */
export async function countCases(
  actor: Actor,
  query: CaseQuery,
  now = new Date(),
): Promise<CaseCounts> {
  assertAdmin(actor);
  const me = actor.userId;
  // Of everybody: whose they are is told apart in the piles.
  const open = { ...withTab(query, 'open'), assignee: undefined };
  const [piles, resolved] = await Promise.all([
    countPiles(db(), caseWhere(open, me, now)),
    countCasesTo(db(), caseWhere(withTab(query, 'resolved'), me, now), RESOLVED_LIMIT),
  ]);
  return { tabs: { ...countTabs(query, piles, me), resolved }, resolvedLimit: RESOLVED_LIMIT };
}
