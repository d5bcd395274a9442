import 'server-only';
import type { BagView, ShopBagView } from '#lib/contracts/bag.ts';
import { groupForBuying, totalOf } from '#lib/domain/bag.ts';
import { isCheckoutTemplate } from '#lib/domain/checkout-address.ts';
import type { BagLine } from '#lib/server/repositories/bag.ts';

/** The lines by shop, with what each can be bought for. */
export function toBagView(lines: BagLine[]): BagView {
  const shops = groupForBuying(lines).map(({ shop, currency, lines: group }) => ({
    shop: { slug: shop.slug, name: shop.name },
    currency,
    way: wayToBuy(group),
    lines: group.map(({ view }) => view),
    ...totalOf(group, currency),
  }));
  return { shops, count: shops.reduce((sum, { count }) => sum + count, 0) };
}

/**
 * A checkout can be opened where the shop has one and knows all of what is handed over by a name of
 * its own; everything else is asked for.
 */
export function wayToBuy(group: BagLine[]): ShopBagView['way'] {
  const template = group[0]?.shop.checkoutUrl;
  if (!template || !isCheckoutTemplate(template)) return 'request';
  const known = group.every(({ state, reference }) => state !== 'available' || reference !== '');
  return known ? 'checkout' : 'request';
}

/** What of the bag is bought together. */
export const partOf = (lines: BagLine[], part: { shop: string; currency: string }): BagLine[] =>
  lines.filter(({ shop, price }) => shop.slug === part.shop && price.currency === part.currency);
