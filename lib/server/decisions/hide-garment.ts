import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { draftActive, restoreDrafted } from '#lib/server/repositories/shop-garments.ts';
import type { Deciding, Decision } from './decision.ts';

export const hideGarment: Decision<'hide_garment'> = {
  async decide(deciding) {
    const { tx, of } = deciding;
    const garmentVersion = await draftActive(tx, of.garmentId);
    if (garmentVersion === null) {
      throw new AppError('conflict', 'The garment is not in the shop any more.');
    }
    await tellShop(deciding, 'garment.hidden');
    return { before: { garmentVersion } };
  },
  async undo(deciding, { garmentVersion }) {
    const { tx, of } = deciding;
    if (!(await restoreDrafted(tx, of.garmentId, Number(garmentVersion)))) {
      throw new AppError(
        'conflict',
        'Its shop has changed the garment since, so it stays as the shop has it.',
      );
    }
    await tellShop(deciding, 'garment.unhidden');
  },
};

/** So that its merchants see why it is gone. */
const tellShop = ({ tx, of, actorId }: Deciding, action: string) =>
  recordAudit(tx, {
    actorId,
    action,
    subjectType: 'garment',
    subjectId: of.garmentId,
    shopId: of.shopId,
  });
