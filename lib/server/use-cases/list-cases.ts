import 'server-only';
import type { CaseList } from '#lib/contracts/review.ts';
import { type CaseQuery, readCaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { caseWhere } from '#lib/server/repositories/case-filter.ts';
import { listCaseRows } from '#lib/server/repositories/case-rows.ts';
import { pageOf } from './page-of.ts';

export const CASES_A_PAGE = 50;

/**
 * A page of the queue. Words that fit nothing where they were asked for are looked for among all cases:
 * an id that somebody pastes must find its case, resolved or not.
 *
 * @throws AppError forbidden
 */
export async function listCases(
  actor: Actor,
  query: CaseQuery,
  { cursor, limit = CASES_A_PAGE }: { cursor?: string; limit?: number } = {},
  now = new Date(),
): Promise<CaseList> {
  assertAdmin(actor);
  const { order, search } = query;
  const page = async (asked: CaseQuery) => {
    const where = caseWhere(asked, actor.userId, now);
    const rows = await listCaseRows(db(), where, { order, cursor, limit: limit + 1 });
    const { items, nextCursor } = pageOf(rows, limit);
    return { items: items.map(({ row }) => row), nextCursor };
  };
  const found = await page(query);
  if (found.items.length > 0 || !search || cursor) return { ...found, widened: false };
  const { items } = await page({ ...readCaseQuery({}), status: 'any', search, order });
  // Its further pages are those of another address, which the page links to.
  return { items, nextCursor: null, widened: items.length > 0 };
}
