import { type SeenBag, seenOf } from '#lib/domain/bag.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { getBag } from '#lib/server/use-cases/get-bag.ts';
import { makeGarment, makeShop } from './shop-floor.ts';

/** A shop with one garment in the sizes S, M (in stock) and L (sold out). */
export async function makeSellingShop({
  owner,
  checkoutUrl = null,
}: {
  owner?: Actor;
  checkoutUrl?: string | null;
} = {}) {
  const shop = await makeShop(owner);
  await db().shop.update({ where: { id: shop.id }, data: { checkoutUrl } });
  const garment = await makeGarment({ shopId: shop.id });
  await db().garmentVariant.createMany({
    data: [
      { size: 'S', stock: 5, sku: 'TEE-S' },
      { size: 'M', stock: 5, sku: 'TEE-M', externalId: '40123', priceMinor: 5900 },
      { size: 'L', stock: 0, sku: 'TEE-L' },
    ].map((variant, position) => ({ ...variant, position, garmentId: garment.id })),
  });
  return { shop, garment };
}

/** A shop's part of somebody's bag as it stands on the screen just now. */
export async function seenPartOf(actor: Actor, shop: { slug: string }) {
  const bag = await getBag(actor);
  const part = bag.shops.find((one) => one.shop.slug === shop.slug);
  const seen: SeenBag = seenOf(part?.lines ?? [], 'EUR');
  return { shop: shop.slug, currency: 'EUR', seen: { ...seen, lines: [...seen.lines] } };
}
