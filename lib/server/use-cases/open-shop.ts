import 'server-only';
import type { OpenShopBody } from '#lib/contracts/shop.ts';
import { newShopCaps } from '#lib/domain/shop-caps.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { createShop } from '#lib/server/repositories/shops.ts';
import { transact } from '#lib/server/transact.ts';
import { freeShopSlug } from './free-shop-slug.ts';

/**
 * Opens a shop, empty and with caps, whose owner is the acting person.
 *
 * @throws AppError forbidden for whoever is no merchant: shoppers own no shop, and an admin's account
 *   belongs to none; conflict, naming a free slug, when this one is taken
 */
export async function openShop(actor: Actor, shop: OpenShopBody): Promise<{ slug: string }> {
  if (actor.role !== 'MERCHANT') throw new AppError('forbidden');
  const { slug } = shop;
  const opened = await transact(async (tx) => {
    const shopId = await createShop(tx, { ...shop, ...newShopCaps }, actor.userId);
    if (!shopId) return false;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'shop.opened',
      subjectType: 'shop',
      subjectId: shopId,
      shopId,
    });
    return true;
  });
  if (opened) return { slug };
  const taken = `Another shop has this address. ${await freeShopSlug(slug)} is free.`;
  throw new AppError('conflict', taken, { fields: { slug: taken } });
}
