import 'server-only';
import type { CaseOptions } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listCaseOptions } from '#lib/server/repositories/case-options.ts';

/** What the queue can be narrowed to. @throws AppError forbidden */
export async function getCaseOptions(actor: Actor, query: CaseQuery): Promise<CaseOptions> {
  assertAdmin(actor);
  return listCaseOptions(db(), query);
}
