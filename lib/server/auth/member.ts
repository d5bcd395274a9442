import 'server-only';
import { mayAs, type ShopRole } from '#lib/domain/shop-role.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findMembership, type Membership } from '#lib/server/repositories/shop-members.ts';
import type { Actor } from './actor.ts';

/**
 * The acting person as one of a shop's people.
 *
 * @param shop the shop's slug, as it stands in the address.
 * @param least the role that it takes.
 * @throws AppError not_found for a shop that this person is none of; forbidden for a lower role,
 *   and for more than to look while the shop is suspended.
 */
export async function requireMember(
  actor: Actor,
  shop: string,
  least: ShopRole = 'VIEWER',
): Promise<Membership> {
  const membership = await findMembership(db(), actor.userId, shop);
  if (!membership) throw new AppError('not_found');
  if (!mayAs(membership.role, least)) {
    throw new AppError('forbidden', refusal[least]);
  }
  if (least !== 'VIEWER' && membership.shop.suspendedAt) {
    throw new AppError('forbidden', SHOP_SUSPENDED);
  }
  return membership;
}

export const SHOP_SUSPENDED =
  'This shop is suspended, so nothing in it can be changed. Write to us if you think that this is wrong.';

const refusal: Record<ShopRole, string> = {
  VIEWER: 'You do not belong to this shop.',
  EDITOR: 'You may look at this shop but not change it. Ask its owner for the role of an editor.',
  OWNER: 'Only an owner of this shop may do that.',
};
