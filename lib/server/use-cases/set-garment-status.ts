import 'server-only';
import type { GarmentStatus, MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  findEditableGarment,
  setGarmentStatus as setStatus,
} from '#lib/server/repositories/shop-garments.ts';
import { requireShopGarment } from './get-shop-garment.ts';

/** @throws AppError not_found (also for another shop's), garment_not_ready */
export async function setGarmentStatus(
  actor: Actor,
  id: string,
  status: GarmentStatus,
  now = new Date(),
): Promise<MerchantGarment> {
  const editable = await findEditableGarment(db(), id, actor.userId);
  if (!editable) throw new AppError('not_found');
  if (status === 'ACTIVE' && editable._count.images === 0) {
    throw new AppError(
      'garment_not_ready',
      'Add a picture first: shoppers cannot try it on without.',
    );
  }
  await db().$transaction(async (tx) => {
    await setStatus(tx, id, status, now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.status',
      subjectType: 'garment',
      subjectId: id,
      detail: { from: editable.status, to: status },
    });
  });
  return requireShopGarment(actor, id);
}
