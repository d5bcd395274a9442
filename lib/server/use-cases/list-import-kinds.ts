import 'server-only';
import type { KindGroup } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { groupKinds } from '#lib/server/repositories/import-items.ts';
import { requireImport } from './require-import.ts';

/** What the new garments of a preview are taken for, by the shop's own product types. */
export async function listImportKinds(
  actor: Actor,
  shop: string,
  id: string,
): Promise<KindGroup[]> {
  await requireImport(actor, shop, id, 'VIEWER');
  return groupKinds(db(), id);
}
