import 'server-only';
import type { CatalogPrice } from '#lib/domain/catalog-item.ts';

type Stated = CatalogPrice | null | undefined;

export const samePrice = (a: Stated, b: Stated): boolean =>
  a === b || (!!a && !!b && a.minor === b.minor && a.currency === b.currency);

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
  return {
    price,
    ofSizes: stated.map((own) => (own && samePrice(own, price) ? null : own)),
  };
}
