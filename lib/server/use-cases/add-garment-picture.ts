import 'server-only';
import type { MerchantGarment } from '#lib/contracts/garment.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { keepMedia } from '#lib/server/repositories/media.ts';
import { addGarmentImage, findEditableGarment } from '#lib/server/repositories/shop-garments.ts';
import { cleanUpload } from './clean-upload.ts';
import { requireShopGarment } from './get-shop-garment.ts';
import { storeGarmentPicture } from './store-garment-picture.ts';

/** @throws AppError not_found (also for another shop's), picture_refused, unsupported_type, too_large */
export async function addGarmentPicture(
  actor: Actor,
  id: string,
  { bytes, alt }: { bytes: Uint8Array; alt: string },
  now = new Date(),
): Promise<MerchantGarment> {
  const editable = await findEditableGarment(db(), id, actor.userId);
  if (!editable) throw new AppError('not_found');
  const stored = await storeGarmentPicture(await cleanUpload(bytes), now);
  await db().$transaction(async (tx) => {
    await keepMedia(tx, [stored.mediaId, stored.inputMediaId]);
    await addGarmentImage(tx, {
      garmentId: id,
      ...stored,
      alt: alt.trim().slice(0, 300) || editable.title,
    });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.picture-added',
      subjectType: 'garment',
      subjectId: id,
      detail: { mediaId: stored.mediaId },
    });
  });
  return requireShopGarment(actor, id);
}
