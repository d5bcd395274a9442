import 'server-only';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { changeShopCaps } from '#lib/server/change-shop-caps.ts';

/**
 * Sets all caps of a shop. One may be lower than what is used already: then nothing more is given out
 * until there is room again.
 *
 * @throws AppError not_found, forbidden (owners only)
 */
export async function setShopCaps(actor: Actor, shop: string, caps: ShopCaps): Promise<ShopCaps> {
  const { shop: own } = await requireMember(actor, shop, 'OWNER');
  return changeShopCaps(actor, own.id, caps);
}
