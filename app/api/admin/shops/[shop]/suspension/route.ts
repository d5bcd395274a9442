import { adminShopParams } from '#lib/contracts/admin-shops.ts';
import { suspensionBody } from '#lib/contracts/people.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getShopForAdmin } from '#lib/server/use-cases/get-shop-for-admin.ts';
import { liftShopSuspension } from '#lib/server/use-cases/lift-shop-suspension.ts';
import { suspendShop } from '#lib/server/use-cases/suspend-shop.ts';

export const PUT = defineRoute({
  auth: 'admin',
  params: adminShopParams,
  body: suspensionBody,
  handle: async ({ actor, params, body }) => {
    await suspendShop(actor, params.shop, body.reason);
    return getShopForAdmin(actor, params.shop);
  },
});

export const DELETE = defineRoute({
  auth: 'admin',
  params: adminShopParams,
  handle: async ({ actor, params }) => {
    await liftShopSuspension(actor, params.shop);
    return getShopForAdmin(actor, params.shop);
  },
});
