import 'server-only';
import type { GarmentPage } from '#lib/contracts/garment.ts';
import type { GarmentStatus } from '#lib/domain/garment-status.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findGarmentPagePreview } from '#lib/server/repositories/active-garments.ts';

/**
 * The garment's page as shoppers see it or would, for the shop's own people.
 *
 * @throws AppError not_found, also for a garment of another shop
 */
export async function getGarmentPreview(
  actor: Actor,
  shop: string,
  id: string,
): Promise<{ page: GarmentPage; status: GarmentStatus; shown: boolean }> {
  const { shop: own } = await requireMember(actor, shop);
  const preview = await findGarmentPagePreview(db(), own.id, id);
  if (!preview) throw new AppError('not_found');
  return preview;
}
