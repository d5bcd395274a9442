import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findRun } from '#lib/server/repositories/import-runs.ts';

/** @throws AppError not_found, also for an import of another shop's */
export async function getImport(actor: Actor, shop: string, id: string): Promise<ImportDetail> {
  const { shop: own } = await requireMember(actor, shop);
  const run = await findRun(db(), own.id, id);
  if (!run) throw new AppError('not_found');
  return run;
}
