import { shopSlugQuery } from '#lib/contracts/shop.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { freeShopSlug } from '#lib/server/use-cases/free-shop-slug.ts';

export const GET = defineRoute({
  auth: 'merchant',
  query: shopSlugQuery,
  rate: { name: 'shop-slugs', points: 120, perSeconds: 60 },
  handle: async ({ query }) => ({ slug: await freeShopSlug(query.name) }),
});
