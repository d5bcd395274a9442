import 'server-only';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findCaseDetail } from '#lib/server/repositories/case-detail.ts';

/** All that is known of a try-on's case. @throws AppError forbidden, not_found */
export async function getCase(actor: Actor, tryOnId: string): Promise<CaseDetail> {
  assertAdmin(actor);
  const found = await findCaseDetail(db(), tryOnId, actor.userId);
  if (!found) throw new AppError('not_found');
  return found.detail;
}
