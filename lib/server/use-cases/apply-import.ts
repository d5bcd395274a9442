import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { applyImportTask } from '#lib/server/imports/import-tasks.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { countActions } from '#lib/server/repositories/import-items.ts';
import { lockRun, moveRun } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

/**
 * Has a preview applied. Asked twice it is applied once, and both are told how far it is.
 *
 * @throws AppError not_found, forbidden, conflict (there is no preview, or nothing in it to apply)
 */
export async function applyImport(actor: Actor, shop: string, id: string): Promise<ImportDetail> {
  await requireImport(actor, shop, id);
  await transact(async (tx) => {
    const run = await lockRun(tx, id);
    if (run?.state === 'applying' || run?.state === 'applied') return;
    const { creates, updates } = await countActions(tx, id);
    if (creates + updates === 0) throw new AppError('conflict', 'There is nothing to apply.');
    if (run?.state !== 'ready' || !(await moveRun(tx, id, 'applying'))) {
      throw new AppError('conflict', 'There is no preview to apply.');
    }
    await enqueue(tx, applyImportTask, { runId: id });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'import.applied',
      subjectType: 'import',
      subjectId: id,
      shopId: run.shopId,
      detail: { creates, updates },
    });
  });
  return getImport(actor, shop, id);
}
