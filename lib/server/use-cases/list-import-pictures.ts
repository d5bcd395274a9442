import 'server-only';
import type { ImportPicture } from '#lib/contracts/import.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listFailedPictures } from '#lib/server/repositories/import-pictures.ts';
import { requireImport } from './require-import.ts';

const MOST = 100;

/** The pictures that could not be had, with the reasons; the first hundred of them. */
export async function listImportPictures(
  actor: Actor,
  shop: string,
  id: string,
): Promise<ImportPicture[]> {
  await requireImport(actor, shop, id, 'VIEWER');
  return listFailedPictures(db(), id, MOST);
}
