import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import { afterFailure, type ImportState } from '#lib/domain/import-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  applyImportTask,
  readImportTask,
  undoImportTask,
} from '#lib/server/imports/import-tasks.ts';
import { lockRun, moveRun } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

/**
 * Goes on with a run that failed, from where it stopped.
 *
 * @throws AppError not_found, forbidden, conflict (it has not failed, or trying again brings nothing)
 */
export async function resumeImport(actor: Actor, shop: string, id: string): Promise<ImportDetail> {
  await requireImport(actor, shop, id);
  await transact(async (tx) => {
    const run = await lockRun(tx, id);
    const resume =
      run?.state === 'failed' && run.failedIn ? afterFailure(run.failedIn).resume : null;
    if (!resume || !(await moveRun(tx, id, resume, { error: null, failedIn: null }))) {
      throw new AppError('conflict', 'There is nothing to go on with.');
    }
    await enqueue(tx, taskOf(resume), { runId: id });
  });
  return getImport(actor, shop, id);
}

function taskOf(state: ImportState) {
  switch (state) {
    case 'applying':
      return applyImportTask;
    case 'undoing':
      return undoImportTask;
    default:
      return readImportTask;
  }
}
