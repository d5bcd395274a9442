import 'server-only';
import type { ReviewList } from '#lib/contracts/admin.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listOpenCases } from '#lib/server/repositories/review-cases.ts';
import { pageOf } from './page-of.ts';

/** Try-ons that failed, were blocked, expired or are unknown, newest first. @throws AppError forbidden */
export async function listReviewCases(
  actor: Actor,
  {
    limit,
    ...where
  }: { state?: 'failed' | 'blocked' | 'expired' | 'unknown'; cursor?: string; limit: number },
): Promise<ReviewList> {
  assertAdmin(actor);
  const rows = await listOpenCases(db(), { ...where, limit: limit + 1 });
  const { items, nextCursor } = pageOf(rows, limit);
  return { items: items.map(({ view }) => view), nextCursor };
}
