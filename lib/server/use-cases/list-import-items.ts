import 'server-only';
import type { ImportItems, ImportItemsQuery } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listItems } from '#lib/server/repositories/import-items.ts';
import { requireImport } from './require-import.ts';

/** @throws AppError not_found */
export async function listImportItems(
  actor: Actor,
  shop: string,
  id: string,
  query: ImportItemsQuery,
): Promise<ImportItems> {
  await requireImport(actor, shop, id, 'VIEWER');
  const rows = await listItems(db(), id, { ...query, limit: query.limit + 1 });
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.position ?? null) : null };
}
