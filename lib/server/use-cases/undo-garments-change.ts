import 'server-only';
import type { BulkResult } from '#lib/contracts/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  lockGarments,
  takeBackBulkEdit,
  writeGarments,
} from '#lib/server/repositories/bulk-edits.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { transact } from '#lib/server/transact.ts';
import { BULK_TRANSACTION, NAMED } from './change-garments.ts';

/**
 * Takes a bulk change back. A garment that somebody has changed since stays as it is, and is named.
 *
 * @throws AppError not_found, also for one that was undone before; forbidden
 */
export async function undoGarmentsChange(
  actor: Actor,
  shop: string,
  id: string,
  now = new Date(),
): Promise<BulkResult> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  return transact(async (tx) => {
    const items = await takeBackBulkEdit(tx, own.id, id, now);
    if (!items) {
      throw new AppError('not_found', 'This was undone before, or is too long ago to be undone.');
    }
    const before = new Map(items.map((item) => [item.garmentId, item]));
    const garments = await lockGarments(tx, own.id, [...before.keys()]);
    const untouched = garments.filter((one) => before.get(one.id)?.version === one.version);
    const touched = garments.filter((one) => !untouched.includes(one));
    await writeGarments(
      tx,
      untouched.flatMap((one) => {
        const item = before.get(one.id);
        return item ? [{ id: one.id, ...item.before }] : [];
      }),
      now,
    );
    for (const { id: garment } of untouched) await refreshReadiness(tx, garment);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garments.change-undone',
      subjectType: 'bulk-edit',
      subjectId: id,
      shopId: own.id,
      detail: { changed: untouched.length },
    });
    return {
      id: null,
      changed: untouched.length,
      same: 0,
      left: {
        count: touched.length,
        garments: touched.slice(0, NAMED).map(({ id: garment, title }) => ({
          id: garment,
          title,
          why: 'Somebody has changed it since.',
        })),
      },
    };
  }, BULK_TRANSACTION);
}
