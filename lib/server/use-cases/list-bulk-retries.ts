import 'server-only';
import type { BulkView } from '#lib/contracts/bulk-retry.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listBulks } from '#lib/server/repositories/bulk-retries.ts';

const SHOWN = 50;

/** The newest of them. @throws AppError forbidden */
export async function listBulkRetries(actor: Actor): Promise<BulkView[]> {
  assertAdmin(actor);
  return listBulks(db(), SHOWN);
}
