import 'server-only';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { removePicture } from '#lib/server/repositories/garment-pictures.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { findGarmentToChange, touchGarment } from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { getShopGarment } from './get-shop-garment.ts';

/**
 * Takes a picture from a garment. Looks that were made with it keep it; what nobody needs is forgotten
 * after a day (`sweepRemovedPictures`), and can be brought back until then.
 *
 * @throws AppError not_found (also for another shop's), forbidden, garment_not_ready for the last
 *   picture of a garment that is in the shop
 */
export async function removeGarmentPicture(
  actor: Actor,
  shop: string,
  id: string,
  pictureId: string,
  now = new Date(),
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  await transact(async (tx) => {
    if (!(await touchGarment(tx, own.id, id))) throw new AppError('not_found');
    const garment = await findGarmentToChange(tx, own.id, id);
    if (garment?.status === 'ACTIVE' && garment._count.images === 1) {
      throw new AppError(
        'garment_not_ready',
        'This is the only picture of a published garment. Add another first, or unpublish it.',
      );
    }
    if (!(await removePicture(tx, id, pictureId, now))) throw new AppError('not_found');
    await refreshReadiness(tx, id);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.picture-removed',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
      detail: { pictureId },
    });
  });
  return getShopGarment(actor, shop, id);
}
