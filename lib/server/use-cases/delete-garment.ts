import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  deleteGarment as deleteRow,
  findGarmentToEdit,
  lockGarment,
} from '#lib/server/repositories/garment-edit.ts';
import { condemnUnshown } from '#lib/server/repositories/garment-pictures.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Deletes a garment that nobody has used. Whatever hangs on it (looks, bags, orders, favourites) keeps
 * it, and so does its place in the shop: then it can be archived.
 *
 * @throws AppError not_found (also for another shop's), forbidden, conflict
 */
export async function deleteGarment(
  actor: Actor,
  shop: string,
  id: string,
  now = new Date(),
): Promise<void> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  await transact(async (tx) => {
    if (!(await lockGarment(tx, own.id, id))) throw new AppError('not_found');
    const garment = await findGarmentToEdit(tx, own.id, id, actor.userId);
    if (garment?.status === 'ACTIVE') {
      throw new AppError('conflict', 'It is in the shop. Unpublish it first.');
    }
    if (!garment?.unused) {
      throw new AppError(
        'conflict',
        'Looks, bags or orders go back to this garment, so it stays. Archive it instead.',
      );
    }
    await condemnUnshown(tx, await deleteRow(tx, id), now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.deleted',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
    });
  });
}
