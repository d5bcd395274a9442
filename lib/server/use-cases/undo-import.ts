import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import { afterFailure } from '#lib/domain/import-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { forgetAfter } from '#lib/server/imports/apply-import.ts';
import { undoImportTask } from '#lib/server/imports/import-tasks.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { lockRun, moveRun } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

/**
 * Has a whole run taken back. Asked twice it is done once.
 *
 * @throws AppError not_found, forbidden, conflict (not applied, or too long ago)
 */
export async function undoImport(
  actor: Actor,
  shop: string,
  id: string,
  now = new Date(),
): Promise<ImportDetail> {
  await requireImport(actor, shop, id);
  await transact(async (tx) => {
    const run = await lockRun(tx, id);
    if (!run || run.state === 'undoing' || run.state === 'undone') return;
    const stopped =
      run.state === 'failed' && run.failedIn !== null && afterFailure(run.failedIn).undo;
    if (!stopped && run.state !== 'applied') {
      throw new AppError('conflict', 'This import has not been applied.');
    }
    if (now >= forgetAfter(run)) {
      throw new AppError('conflict', 'This import is too old to be undone.');
    }
    await moveRun(tx, id, 'undoing', { error: null, failedIn: null });
    await enqueue(tx, undoImportTask, { runId: id });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'import.undone',
      subjectType: 'import',
      subjectId: id,
      shopId: run.shopId,
      detail: { garments: run.applied },
    });
  });
  return getImport(actor, shop, id);
}
