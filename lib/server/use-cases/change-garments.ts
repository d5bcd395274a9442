import 'server-only';
import { type BulkBody, type BulkResult, MAX_BULK } from '#lib/contracts/garment-table.ts';
import { type BulkFields, changeGarment } from '#lib/domain/bulk-change.ts';
import { wholeTable } from '#lib/domain/garment-table.ts';
import { parsePrice } from '#lib/domain/money.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  createBulkEdit,
  forgetBulkEdits,
  lockGarments,
  writeGarments,
} from '#lib/server/repositories/bulk-edits.ts';
import { listMatchingIds } from '#lib/server/repositories/garment-table.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { transact } from '#lib/server/transact.ts';

/** Thousands of rows, each of them listed anew for the shoppers. */
export const BULK_TRANSACTION = { timeout: 60_000, maxWait: 10_000 };

/** So many of those that were left are named. */
export const NAMED = 20;

const KEPT_MS = 30 * 86_400_000;

/**
 * One change of many garments at once. What cannot be is left as it is and told; all the rest happens
 * together, and can be undone for 30 days.
 *
 * @throws AppError not_found, forbidden; invalid_input for a price that is none; conflict when it is
 *   no longer as many as the person was shown.
 */
export async function changeGarments(
  actor: Actor,
  shop: string,
  { selection, change }: BulkBody,
  now = new Date(),
): Promise<BulkResult> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  if (change.kind === 'price' && parsePrice(change.price, own.currency) === null) {
    const message = `Write the price as a number, for example 49.90 (${own.currency}).`;
    throw new AppError('invalid_input', message, { fields: { price: message } });
  }
  return transact(async (tx) => {
    const ids =
      'ids' in selection
        ? selection.ids
        : await listMatchingIds(tx, own.id, { ...wholeTable, ...selection.all }, MAX_BULK + 1);
    if ('all' in selection && ids.length !== selection.count) {
      throw new AppError(
        'conflict',
        'It is no longer as many garments as you were shown. Look at the list again.',
      );
    }
    const garments = await lockGarments(tx, own.id, ids);
    const outcomes = garments.map((garment) => ({
      garment,
      outcome: changeGarment(garment, change),
    }));
    const changed = outcomes.flatMap(({ garment, outcome }) =>
      outcome.kind === 'changed' ? [{ garment, fields: outcome.fields }] : [],
    );
    const left = outcomes.flatMap(({ garment, outcome }) =>
      outcome.kind === 'left' ? [{ id: garment.id, title: garment.title, why: outcome.why }] : [],
    );
    const result = {
      changed: changed.length,
      same: outcomes.length - changed.length - left.length,
      left: { count: left.length, garments: left.slice(0, NAMED) },
    };
    if (changed.length === 0) return { id: null, ...result };
    await writeGarments(
      tx,
      changed.map(({ garment, fields }) => ({ id: garment.id, ...fields })),
      now,
    );
    if (change.kind === 'category') {
      for (const { garment } of changed) await refreshReadiness(tx, garment.id);
    }
    const id = await createBulkEdit(tx, {
      shopId: own.id,
      actorId: actor.userId,
      change,
      items: changed.map(({ garment }) => ({
        garmentId: garment.id,
        before: bulkFieldsOf(garment),
        version: garment.version + 1,
      })),
    });
    await forgetBulkEdits(tx, own.id, new Date(now.getTime() - KEPT_MS));
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garments.changed',
      subjectType: 'bulk-edit',
      subjectId: id,
      shopId: own.id,
      detail: { kind: change.kind, changed: changed.length },
    });
    return { id, ...result };
  }, BULK_TRANSACTION);
}

const bulkFieldsOf = ({ status, category, priceMinor, tags }: BulkFields): BulkFields => ({
  status,
  category,
  priceMinor,
  tags,
});
