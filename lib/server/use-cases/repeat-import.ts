import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { requireImport } from './require-import.ts';
import { startImport } from './start-import.ts';

/**
 * Previews the same file once more, as a run of its own: what the shop has may have changed since.
 *
 * @throws AppError not_found, forbidden, conflict (the file is gone)
 */
export async function repeatImport(actor: Actor, shop: string, id: string): Promise<ImportDetail> {
  const run = await requireImport(actor, shop, id);
  const stored = run.storageKey ? await storage().get(run.storageKey) : null;
  if (!stored) {
    throw new AppError('conflict', 'The file is no longer here. Upload it once more.');
  }
  const { body, size } = stored;
  return startImport(actor, shop, { name: run.fileName, body, size });
}
