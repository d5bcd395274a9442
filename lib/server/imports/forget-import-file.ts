import 'server-only';
import { db } from '#lib/server/db.ts';
import { deleteRun, findRunToWork, noteProgress } from '#lib/server/repositories/import-runs.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { forgetAfter } from './apply-import.ts';

/** An upload that has not arrived by then never does. */
export const UPLOAD_WITHIN_MS = 60 * 60 * 1000;

/** Deletes the file of a run whose time is over, and all of an upload that broke off. */
export async function forgetImportFile(runId: string, now: Date): Promise<void> {
  const run = await findRunToWork(db(), runId);
  if (!run?.storageKey) return;
  const brokenOff =
    run.state === 'uploading' && now.getTime() - run.createdAt.getTime() >= UPLOAD_WITHIN_MS;
  const over = run.state === 'cancelled' || now >= forgetAfter(run);
  if (!brokenOff && !over) return;
  await storage().delete([run.storageKey]);
  if (brokenOff) await deleteRun(db(), runId);
  else await noteProgress(db(), runId, { storageKey: null });
}
