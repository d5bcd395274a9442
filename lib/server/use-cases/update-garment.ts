import 'server-only';
import type { GarmentDraftBody, MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  findGarmentToChange,
  updateGarment as updateGarmentRow,
} from '#lib/server/repositories/shop-garments.ts';
import { readPrice } from './create-garment.ts';
import { getShopGarment } from './get-shop-garment.ts';

/** @throws AppError not_found (also for another shop's), forbidden, invalid_input */
export async function updateGarment(
  actor: Actor,
  shop: string,
  id: string,
  { price, sizes, ...fields }: GarmentDraftBody,
  now = new Date(),
): Promise<MerchantGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const editable = await findGarmentToChange(db(), own.id, id);
  if (!editable) throw new AppError('not_found');
  const priceMinor = readPrice(price, editable.currency);
  await db().$transaction(async (tx) => {
    await updateGarmentRow(tx, id, { ...fields, priceMinor }, sizes, now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.updated',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
    });
  });
  return getShopGarment(actor, shop, id);
}
