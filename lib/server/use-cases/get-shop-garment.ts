import 'server-only';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findGarmentToEdit } from '#lib/server/repositories/garment-edit.ts';

/** @throws AppError not_found, also for a garment of another shop */
export async function getShopGarment(
  actor: Actor,
  shop: string,
  id: string,
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop);
  const garment = await findGarmentToEdit(db(), own.id, id, actor.userId);
  if (!garment) throw new AppError('not_found');
  return garment;
}
