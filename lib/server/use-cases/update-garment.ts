import 'server-only';
import type { GarmentDraftBody, MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  findEditableGarment,
  updateGarment as updateGarmentRow,
} from '#lib/server/repositories/shop-garments.ts';
import { readPrice } from './create-garment.ts';
import { requireShopGarment } from './get-shop-garment.ts';

/** @throws AppError not_found (also for another shop's), invalid_input */
export async function updateGarment(
  actor: Actor,
  id: string,
  { price, sizes, ...fields }: GarmentDraftBody,
  now = new Date(),
): Promise<MerchantGarment> {
  const editable = await findEditableGarment(db(), id, actor.userId);
  if (!editable) throw new AppError('not_found');
  const priceMinor = readPrice(price, editable.currency);
  await db().$transaction(async (tx) => {
    await updateGarmentRow(tx, id, { ...fields, priceMinor }, sizes, now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.updated',
      subjectType: 'garment',
      subjectId: id,
    });
  });
  return requireShopGarment(actor, id);
}
