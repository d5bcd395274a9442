import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { forgetItems } from '#lib/server/repositories/import-items.ts';
import { moveRun } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

const notRead = { itemsRead: 0, bytesRead: 0, creates: 0, updates: 0, skips: 0, errors: 0 };

/**
 * Goes back from the preview to what the columns mean.
 *
 * @throws AppError not_found, forbidden, conflict (not a preview, or of a format that is known)
 */
export async function remapImport(actor: Actor, shop: string, id: string): Promise<ImportDetail> {
  const run = await requireImport(actor, shop, id);
  if (run.mapping === null) throw new AppError('conflict', 'The columns of this file are known.');
  await transact(async (tx) => {
    if (!(await moveRun(tx, id, 'needs_mapping', notRead))) {
      throw new AppError('conflict', 'This preview is over.');
    }
    await forgetItems(tx, id);
  });
  return getImport(actor, shop, id);
}
