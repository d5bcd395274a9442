import 'server-only';
import type { BulkView } from '#lib/contracts/bulk-retry.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findBulk } from '#lib/server/repositories/bulk-retries.ts';

/** @throws AppError forbidden, not_found */
export async function getBulkRetry(actor: Actor, id: string): Promise<BulkView> {
  assertAdmin(actor);
  const view = await findBulk(db(), id);
  if (!view) throw new AppError('not_found');
  return view;
}
