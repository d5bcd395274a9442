import 'server-only';
import type { ImportDetail } from '#lib/contracts/import.ts';
import type { ColumnMapping } from '#lib/domain/catalog/own-columns.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { completeMapping, mappingProblem } from '#lib/server/catalog-files/own/mapping.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { readImportTask } from '#lib/server/imports/import-tasks.ts';
import { moveRun } from '#lib/server/repositories/import-runs.ts';
import { transact } from '#lib/server/transact.ts';
import { getImport } from './get-import.ts';
import { requireImport } from './require-import.ts';

/**
 * Says what the columns of a shop's own file mean, and has it read.
 *
 * @throws AppError not_found, forbidden, invalid_input (with the sentence), conflict
 */
export async function mapImport(
  actor: Actor,
  shop: string,
  id: string,
  mapping: ColumnMapping,
): Promise<ImportDetail> {
  await requireImport(actor, shop, id);
  const { sample } = await getImport(actor, shop, id);
  const headers = sample?.map(({ header }) => header) ?? [];
  const wrong = mappingProblem(headers, completeMapping(headers, mapping), mapping);
  if (wrong) throw new AppError('invalid_input', wrong);
  await transact(async (tx) => {
    if (!(await moveRun(tx, id, 'reading', { mapping }))) {
      throw new AppError('conflict', 'This file is being read already.');
    }
    await enqueue(tx, readImportTask, { runId: id });
  });
  return getImport(actor, shop, id);
}
