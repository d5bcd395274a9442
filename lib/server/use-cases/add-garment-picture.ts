import 'server-only';
import { type EditableGarment, garmentLimits } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { keepMedia } from '#lib/server/repositories/media.ts';
import {
  addGarmentImage,
  findGarmentToChange,
  touchGarment,
} from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { cleanUpload } from './clean-upload.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { storeGarmentPicture } from './store-garment-picture.ts';

/**
 * Adds a picture behind those that are there.
 *
 * @throws AppError not_found (also for another shop's), forbidden, picture_refused, unsupported_type,
 *   too_large, invalid_input
 */
export async function addGarmentPicture(
  actor: Actor,
  shop: string,
  id: string,
  { bytes, alt }: { bytes: Uint8Array; alt: string },
  now = new Date(),
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const editable = await findGarmentToChange(db(), own.id, id);
  if (!editable) throw new AppError('not_found');
  if (editable._count.images >= garmentLimits.pictures) {
    throw new AppError(
      'invalid_input',
      `A garment has at most ${garmentLimits.pictures} pictures. Remove one first.`,
    );
  }
  const stored = await storeGarmentPicture(await cleanUpload(bytes, 'garment'), now);
  await transact(async (tx) => {
    if (!(await touchGarment(tx, own.id, id))) throw new AppError('not_found');
    await keepMedia(tx, [stored.mediaId, stored.inputMediaId]);
    await addGarmentImage(tx, {
      garmentId: id,
      ...stored,
      alt: alt.trim().slice(0, garmentLimits.alt),
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.picture-added',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
      detail: { mediaId: stored.mediaId },
    });
  });
  return getShopGarment(actor, shop, id);
}
