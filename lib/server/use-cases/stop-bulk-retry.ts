import 'server-only';
import type { BulkView } from '#lib/contracts/bulk-retry.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { changeBulk, findBulk, lockBulk } from '#lib/server/repositories/bulk-retries.ts';
import { transact } from '#lib/server/transact.ts';

/** What was asked for already goes on. One that is over stays as it is. @throws AppError not_found */
export async function stopBulkRetry(actor: Actor, id: string, now = new Date()): Promise<BulkView> {
  assertAdmin(actor);
  await transact(async (tx) => {
    const bulk = await lockBulk(tx, id);
    if (bulk?.state !== 'running') return;
    await changeBulk(tx, id, { state: 'stopped', endedAt: now });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'bulk-retry.stopped',
      subjectType: 'bulk-retry',
      subjectId: id,
    });
  });
  const view = await findBulk(db(), id);
  if (!view) throw new AppError('not_found');
  return view;
}
