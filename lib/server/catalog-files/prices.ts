import 'server-only';
import { readCatalogPrice } from '#lib/domain/catalog/catalog-price.ts';
import type { CatalogPrice } from '#lib/domain/catalog-item.ts';
import { decimalText } from '#lib/domain/money.ts';

/** Null stands for a blank cell, `undefined` for none. */
type Stated = CatalogPrice | null | undefined;

/** Null when it is no price. The shop's own currency goes without saying. */
export function readPrice(text: string, shopCurrency: string): CatalogPrice | null {
  const price = readCatalogPrice(text, shopCurrency);
  return price?.currency === shopCurrency ? { ...price, currency: null } : price;
}

/** "49.00", and "49.00 USD" in a shop that counts in another currency. */
export function writePrice({ minor, currency }: CatalogPrice, shopCurrency: string): string {
  const text = decimalText({ minor, currency: currency ?? shopCurrency });
  return currency && currency !== shopCurrency ? `${text} ${currency}` : text;
}

export const samePrice =
  (shopCurrency: string) =>
  (a: Stated, b: Stated): boolean =>
    a === b ||
    (!!a &&
      !!b &&
      a.minor === b.minor &&
      (a.currency ?? shopCurrency) === (b.currency ?? shopCurrency));

/**
 * What a garment costs, of what its sizes cost: the price that most of them have. Those that have
 * another keep it; null stands for the garment's.
 */
export function settlePrices(stated: readonly Stated[]): { price: Stated; ofSizes: Stated[] } {
  const counts = new Map<string, { price: CatalogPrice; count: number }>();
  for (const price of stated) {
    if (!price) continue;
    const key = `${price.minor} ${price.currency}`;
    counts.set(key, { price, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  let usual: { price: CatalogPrice; count: number } | undefined;
  for (const one of counts.values()) if (!usual || one.count > usual.count) usual = one;
  const blank = stated.some((price) => price === null) ? null : undefined;
  const price = usual?.price ?? blank;
  const isUsual = (own: CatalogPrice) =>
    own.minor === price?.minor && own.currency === price.currency;
  return { price, ofSizes: stated.map((own) => (own && isUsual(own) ? null : own)) };
}
