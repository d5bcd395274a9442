import 'server-only';
import { type EditableGarment, garmentLimits } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { restorePicture } from '#lib/server/repositories/garment-pictures.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { findGarmentToChange, touchGarment } from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { REMOVED_PICTURE_LIFE_MS } from './sweep-removed-pictures.ts';

/**
 * Brings a picture back that was taken away, to the place where it was.
 *
 * @throws AppError not_found (also for another shop's, and when it is forgotten), forbidden,
 *   invalid_input
 */
export async function restoreGarmentPicture(
  actor: Actor,
  shop: string,
  id: string,
  pictureId: string,
  now = new Date(),
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  // So much earlier than the sweep that the two never meet.
  const since = new Date(now.getTime() - REMOVED_PICTURE_LIFE_MS / 2);
  await transact(async (tx) => {
    if (!(await touchGarment(tx, own.id, id))) throw new AppError('not_found');
    const garment = await findGarmentToChange(tx, own.id, id);
    if (garment && garment._count.images >= garmentLimits.pictures) {
      throw new AppError(
        'invalid_input',
        `A garment has at most ${garmentLimits.pictures} pictures.`,
      );
    }
    if (!(await restorePicture(tx, id, pictureId, since))) throw new AppError('not_found');
    await refreshReadiness(tx, id);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.picture-restored',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
      detail: { pictureId },
    });
  });
  return getShopGarment(actor, shop, id);
}
