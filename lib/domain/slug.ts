/**
 * The part of an address that stands for a title: "Linen Blouse, écru" → "linen-blouse-ecru".
 *
 * @param nameless what stands for one without a letter or digit of ours.
 */
export function slugify(title: string, nameless = 'garment'): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
  return slug || nameless;
}

export const SHOP_SLUG_MAX = 40;

/** Pages of the back office that stand where a shop's slug would. */
const reserved = new Set(['new']);

/** Whether a shop may be called so in addresses, if nobody is yet. */
export const isShopSlug = (slug: string): boolean =>
  slug.length >= 2 &&
  slug.length <= SHOP_SLUG_MAX &&
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) &&
  !reserved.has(slug);

/** What a shop of that name may be called, the best first, without end. */
export function* shopSlugs(name: string): Generator<string> {
  const best = slugify(name, 'shop').slice(0, SHOP_SLUG_MAX).replace(/-+$/, '');
  if (isShopSlug(best)) yield best;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    yield `${best.slice(0, SHOP_SLUG_MAX - ending.length).replace(/-+$/, '')}${ending}`;
  }
}
