import 'server-only';
import type { ImportList } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { listRuns } from '#lib/server/repositories/import-runs.ts';
import { pageOf } from './page-of.ts';

/** @throws AppError not_found for somebody who does not belong to the shop */
export async function listImports(
  actor: Actor,
  shop: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<ImportList> {
  const { shop: own } = await requireMember(actor, shop);
  return pageOf(await listRuns(db(), own.id, { cursor, limit: limit + 1 }), limit);
}
