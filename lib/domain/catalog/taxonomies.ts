import type { GarmentCategory } from '../category.ts';
import { kindOfWords } from './kind-of-words.ts';
import type { Kind } from './kind-words.ts';

/**
 * The kinds of Shopify's and Google's product taxonomies.
 * Sources: https://shopify.github.io/product-taxonomy (2026-05),
 * https://www.google.com/basepages/producttype/taxonomy-with-ids.en-US.txt (2021-09-21)
 */

/** What stands under a number is of its kind unless it says otherwise itself. */
const shopifyIds: [kind: Kind, ids: string][] = [
  ['DRESS', '1-4 1-9 1-22 1-2-3 1-7-2 1-7-3 1-17-3 1-20-17'],
  [
    'LOWER_BODY',
    '1-12 1-14 1-15 1-16 1-1-1 1-1-4 1-2-1 1-7-4 1-7-5 1-10-1 1-10-3 1-17-2-1 1-20-2 1-21-1',
  ],
  [
    'UPPER_BODY',
    '1-13 1-1-2 1-1-7 1-1-8 1-2-9 1-2-4-17 1-7-8 1-10-2 1-10-6 1-17-2-2 1-20-12 1-20-23 1-21-8',
  ],
  ['UNCLEAR', '1 3 3-3'],
  ['NONE', '1-1-6 1-2-2 1-2-7 1-2-11 1-3 1-5 1-6 1-7-1 1-8 1-17-1 1-18 2 3-1 3-2 3-4 4 5 6 7 8'],
];
const shopifyKinds = new Map(
  shopifyIds.flatMap(([kind, ids]) => ids.split(' ').map((id) => [`aa-${id}`, kind])),
);

const googleIds: [kind: Kind, ids: string][] = [
  ['DRESS', '2271 5182 5250 7132 5441 5330 5329 5424 5513 6031 8149'],
  [
    'LOWER_BODY',
    '204 207 1581 6229 6228 2331 5344 5514 5506 5408 5378 5379 3951 3188 3729 5552 7003 7281 5674 7236 5484',
  ],
  ['UPPER_BODY', '212 5598 1831 5410 3455 5461 6006 2396 2292 5678'],
  [
    'NONE',
    `213 7207 7208 7211 7210 7209 214 215 5327 1772 2563 2160 1675 1807 2963 1578 209 2745 2562 5834
     5423 5549 5621 7237 167 5942 5422 5623 5624 5625 5626 1786 168 543586 543587 3913 169 5443 5446
     6985 6984 193 5114 6238 170 171 8451 2477 4057 1948 6183 502988 543646 543645 543644 5915 1662
     1483 5914 7305 7307 7306 181 7133 5207 173 2020 7054 1922 5939 5941 6268 502987 7230 176 4179
     499972 177 543673 543674 178 179 180 5390 5688 5686 5687 5685 1893 5192 7304 8017 5907 8200 5426
     500118 500008 8018 5387 5194 6552 6460 175 6277 5841 6551 6170 6169 3032 2668 188 189 190 191 197
     192 194 6463 196 200 5122 5123 7471 6870 201 1933 5567 7078 5385 1856 2427 187`,
  ],
];
const googleKinds = new Map(
  googleIds.flatMap(([kind, ids]) => ids.split(/\s+/).map((id) => [id, kind])),
);

/** Both taxonomies have these. */
export const categoryPath = {
  DRESS: 'Apparel & Accessories > Clothing > Dresses',
  LOWER_BODY: 'Apparel & Accessories > Clothing > Pants',
  UPPER_BODY: 'Apparel & Accessories > Clothing > Shirts & Tops',
} as const satisfies Record<GarmentCategory, string>;

/** The trees that have no clothes in them. */
const otherTrees = new Set(
  `animals & pet supplies, arts & entertainment, bundles, business & industrial, cameras & optics,
   electronics, food, beverages & tobacco, furniture, gift cards, hardware, health & beauty,
   home & garden, luggage & bags, mature, media, office supplies, product add-ons, services, software,
   toys & games, vehicles & parts`
    .replace('food, beverages', 'food; beverages')
    .split(/,\s*/)
    .map((name) => name.trim().replace('food; beverages', 'food, beverages')),
);
const branchesOfNone =
  /^(clothing accessories|shoes|shoe accessories|jewelry|handbags, wallets & cases|handbag & wallet accessories|lingerie|underwear & socks|socks|.*('s|s'|s’|’s) under(wear|garments)|toddler underwear)$/;

/**
 * The kind of a category, be it a path ("Apparel & Accessories > Clothing > Dresses", in any of our
 * languages), a number of Google's or an id of Shopify's. Null when it tells nothing.
 */
export function kindOfCategory(category: string): Kind | null {
  const text = category.trim();
  const shopifyId = /^(?:gid:\/\/shopify\/TaxonomyCategory\/)?([a-z]{2}(?:-\d+)*)$/.exec(text)?.[1];
  if (shopifyId) return kindOfShopifyId(shopifyId);
  const googleId = /^(\d+)\s*(?:$|-)/.exec(text)?.[1];
  if (googleId && googleKinds.has(googleId)) return googleKinds.get(googleId) ?? null;
  return kindOfPath(text.replace(/^\d+\s*-?\s*/, ''));
}

function kindOfShopifyId(id: string): Kind | null {
  if (!id.startsWith('aa')) return 'NONE';
  for (let part = id; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('-')))) {
    const kind = shopifyKinds.get(part);
    if (kind) return kind;
  }
  return null;
}

/** The deepest name that says something counts. */
function kindOfPath(path: string): Kind | null {
  const names = path
    .split(/\s*[>›»]\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const lower = names.map((name) => name.toLowerCase());
  if (names.length > 1 && otherTrees.has(lower[0] ?? '')) return 'NONE';
  if (lower.some((name) => branchesOfNone.test(name))) return 'NONE';
  for (const name of names.toReversed()) {
    const kind = kindOfWords(name);
    if (kind) return kind;
  }
  return null;
}
