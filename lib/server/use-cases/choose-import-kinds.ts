import 'server-only';
import type { ChooseKindsBody, ImportDetail } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { countActions, setKinds } from '#lib/server/repositories/import-items.ts';
import { lockRun, noteProgress } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

/**
 * Says in the preview what a new garment is, or all of one product type.
 *
 * @throws AppError not_found, forbidden, conflict (the preview is over)
 */
export async function chooseImportKinds(
  actor: Actor,
  shop: string,
  id: string,
  { of, category }: ChooseKindsBody,
): Promise<ImportDetail> {
  await requireImport(actor, shop, id);
  await transact(async (tx) => {
    // Held, or somebody might apply the run in between.
    const run = await lockRun(tx, id);
    if (run?.state !== 'ready') throw new AppError('conflict', 'This preview is over.');
    if ((await setKinds(tx, id, of, category)) === 0) throw new AppError('not_found');
    await noteProgress(tx, id, await countActions(tx, id));
  });
  return getImport(actor, shop, id);
}
