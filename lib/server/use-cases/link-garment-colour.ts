import 'server-only';
import { randomBytes } from 'node:crypto';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import { slugify } from '#lib/domain/slug.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findKin, nameStyle, setStyle } from '#lib/server/repositories/garment-colours.ts';
import { lockGarment } from '#lib/server/repositories/garment-edit.ts';
import { transact } from '#lib/server/transact.ts';
import { getShopGarment } from './get-shop-garment.ts';

/**
 * Says that another garment of the shop is this one in another colour, or (`linked` false) that it is
 * not. The other one comes or goes; those it belonged with so far stay together.
 *
 * @throws AppError not_found (also for another shop's), forbidden, invalid_input for one of another kind
 */
export async function linkGarmentColour(
  actor: Actor,
  shop: string,
  id: string,
  otherId: string,
  linked: boolean,
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  await transact(async (tx) => {
    // In one order always, so that two who link the same pair do not wait for each other.
    for (const one of [id, otherId].sort()) await lockGarment(tx, own.id, one);
    const garment = await findKin(tx, own.id, id);
    const other = await findKin(tx, own.id, otherId);
    if (!garment || !other || id === otherId) throw new AppError('not_found');
    if (linked && garment.category !== other.category) {
      throw new AppError('invalid_input', 'The two are not of the same kind.');
    }
    const style = garment.style ?? (await giveStyle(tx, garment));
    await setStyle(tx, otherId, linked ? style : null);
    for (const subjectId of [id, otherId]) {
      await recordAudit(tx, {
        actorId: actor.userId,
        action: linked ? 'garment.colour-linked' : 'garment.colour-unlinked',
        subjectType: 'garment',
        subjectId,
        shopId: own.id,
        detail: { with: subjectId === id ? otherId : id },
      });
    }
  });
  return getShopGarment(actor, shop, id);
}

/** It and all that belonged to it by its title alone. */
async function giveStyle(tx: Db, garment: Parameters<typeof nameStyle>[1]): Promise<string> {
  const style = `${slugify(garment.title)}-${randomBytes(3).toString('hex')}`;
  await nameStyle(tx, garment, style);
  return style;
}
