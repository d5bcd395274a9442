import 'server-only';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  findGarmentToChange,
  setGarmentStatus as setStatus,
} from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { getShopGarment } from './get-shop-garment.ts';

/** @throws AppError not_found (also for another shop's), forbidden, garment_not_ready */
export async function setGarmentStatus(
  actor: Actor,
  shop: string,
  id: string,
  status: GarmentStatus,
  now = new Date(),
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const editable = await findGarmentToChange(db(), own.id, id);
  if (!editable) throw new AppError('not_found');
  if (status === 'ACTIVE' && editable._count.images === 0) {
    throw new AppError(
      'garment_not_ready',
      'Add a picture first: shoppers cannot try it on without.',
    );
  }
  await transact(async (tx) => {
    await setStatus(tx, id, status, now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.status',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
      detail: { from: editable.status, to: status },
    });
  });
  return getShopGarment(actor, shop, id);
}
