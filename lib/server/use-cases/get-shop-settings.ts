import 'server-only';
import type { ShopSettings } from '#lib/contracts/shop.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { findShopSettings } from '#lib/server/repositories/shops.ts';

/** @throws AppError not_found for somebody who does not belong to the shop */
export async function getShopSettings(actor: Actor, shop: string): Promise<ShopSettings> {
  const { shop: own } = await requireMember(actor, shop);
  return findShopSettings(db(), own.id);
}
