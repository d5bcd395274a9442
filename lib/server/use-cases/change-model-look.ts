import 'server-only';
import type { ChangeModelLookBody, ModelLooks } from '#lib/contracts/model-looks.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { holdGarmentToTryOn } from '#lib/server/repositories/active-garments.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findActiveHouseModel } from '#lib/server/repositories/house-models.ts';
import { setModelLook } from '#lib/server/repositories/model-looks.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { transact } from '#lib/server/transact.ts';
import { listModelLooks } from './list-model-looks.ts';

/**
 * Shows a look on the garment's page or takes it from there, or says that it is not out of date after
 * all.
 *
 * @throws AppError not_found (also for another shop's, and where there is no picture yet), forbidden
 */
export async function changeModelLook(
  actor: Actor,
  { shop, id, model }: { shop: string; id: string; model: string },
  { shown, fits }: ChangeModelLookBody,
): Promise<ModelLooks> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const houseModel = await findActiveHouseModel(db(), model);
  if (!houseModel) throw new AppError('not_found');
  await transact(async (tx) => {
    const garment = await holdGarmentToTryOn(tx, own.id, id);
    if (!garment) throw new AppError('not_found');
    const imageId = fits ? garment.image?.id : undefined;
    const pair = { garmentId: id, houseModelId: houseModel.id };
    if (!(await setModelLook(tx, pair, { shown, imageId }))) throw new AppError('not_found');
    await refreshReadiness(tx, id);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.look-changed',
      subjectType: 'garment',
      subjectId: id,
      shopId: own.id,
      detail: {
        model,
        ...(shown === undefined ? {} : { shown: shown ? 1 : 0 }),
        ...(fits ? { fits: 1 } : {}),
      },
    });
  });
  return listModelLooks(actor, shop, id);
}
