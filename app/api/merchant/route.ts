import { openShopBody } from '#lib/contracts/shop.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { openShop } from '#lib/server/use-cases/open-shop.ts';

export const POST = defineRoute({
  auth: 'merchant',
  body: openShopBody,
  rate: { name: 'open-shop', points: 20, perSeconds: 86_400 },
  handle: async ({ actor, body }) => json(await openShop(actor, body), { status: 201 }),
});
