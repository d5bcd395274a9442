import 'server-only';
import { afterFailure } from '#lib/domain/import-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { forgetImportFileTask } from '#lib/server/imports/import-tasks.ts';
import { forgetItems } from '#lib/server/repositories/import-items.ts';
import { lockRun, moveRun } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { requireImport } from './require-import.ts';

/**
 * Puts a run away that has changed nothing, with its file.
 *
 * @throws AppError not_found, forbidden, conflict (it has changed something already)
 */
export async function cancelImport(actor: Actor, shop: string, id: string): Promise<void> {
  await requireImport(actor, shop, id);
  await transact(async (tx) => {
    const run = await lockRun(tx, id);
    if (run?.state === 'cancelled') return;
    const changedSome =
      run?.failedIn && (afterFailure(run.failedIn).undo || run.failedIn === 'undoing');
    if (changedSome || !(await moveRun(tx, id, 'cancelled', { error: null }))) {
      throw new AppError('conflict', 'This import has changed garments already. Undo it instead.');
    }
    await forgetItems(tx, id);
    await enqueue(tx, forgetImportFileTask, { runId: id });
  });
}
