import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { fetchPicturesTask } from '#lib/server/imports/import-tasks.ts';
import { retryPictures } from '#lib/server/repositories/import-pictures.ts';
import { lockRun, noteProgress } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

/** Fetches the pictures that failed once more. @throws AppError not_found, forbidden, conflict */
export async function retryImportPictures(
  actor: Actor,
  shop: string,
  id: string,
): Promise<ImportDetail> {
  await requireImport(actor, shop, id);
  await transact(async (tx) => {
    const run = await lockRun(tx, id);
    if (run?.state !== 'applied') throw new AppError('conflict', 'This import is not applied.');
    const again = await retryPictures(tx, id);
    if (again === 0) return;
    await noteProgress(tx, id, { picturesFailed: { decrement: again } });
    await enqueue(tx, fetchPicturesTask, { runId: id });
  });
  return getImport(actor, shop, id);
}
