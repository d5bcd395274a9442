import 'server-only';
import type { AuditList } from '#lib/contracts/audit.ts';
import type { AuditQuery } from '#lib/domain/audit-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listAuditEntries as listEntries } from '#lib/server/repositories/audit-log.ts';
import { pageOf } from './page-of.ts';

/** Who changed what, everywhere, the latest first. @throws AppError forbidden */
export async function listAuditEntries(
  actor: Actor,
  { cursor, limit, ...query }: AuditQuery & { cursor?: string; limit: number },
): Promise<AuditList> {
  assertAdmin(actor);
  const before = cursor ? BigInt(cursor) : null;
  return pageOf(await listEntries(db(), query, { before, limit: limit + 1 }), limit);
}
