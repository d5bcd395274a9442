import 'server-only';
import {
  type DuplicateGarmentBody,
  type EditableGarment,
  garmentLimits,
} from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { copyGarment, isGarment, lockGarment } from '#lib/server/repositories/garment-edit.ts';
import { findGarmentToChange } from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { freeSlug } from './free-slug.ts';
import { getShopGarment } from './get-shop-garment.ts';

/**
 * A draft that is like this one. The files of its pictures are shared, since they never change. What
 * names one thing only (SKU, barcode, checkout id) stays with the first, and so does its stock. A copy
 * that was made before, with an answer that got lost, is given back as it is.
 *
 * @throws AppError not_found (also for another shop's), forbidden
 */
export async function duplicateGarment(
  actor: Actor,
  shop: string,
  id: string,
  { id: copyId }: DuplicateGarmentBody,
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const garment = await findGarmentToChange(db(), own.id, id);
  if (!garment) throw new AppError('not_found');
  const title = `Copy of ${garment.title}`.slice(0, garmentLimits.title);
  const slug = await freeSlug(title);
  await transact(async (tx) => {
    // It and its files are there until the copy is.
    if (!(await lockGarment(tx, own.id, id))) throw new AppError('not_found');
    if (await isGarment(tx, copyId)) return;
    await copyGarment(tx, id, { id: copyId, shopId: own.id, title, slug });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.created',
      subjectType: 'garment',
      subjectId: copyId,
      shopId: own.id,
      detail: { copyOf: id },
    });
  });
  return getShopGarment(actor, shop, copyId);
}
