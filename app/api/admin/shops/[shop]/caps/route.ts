import { adminShopParams } from '#lib/contracts/admin-shops.ts';
import { capsBody } from '#lib/contracts/spend.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setShopCapsForAdmin } from '#lib/server/use-cases/set-shop-caps-for-admin.ts';

export const PUT = defineRoute({
  auth: 'admin',
  params: adminShopParams,
  body: capsBody,
  handle: ({ actor, params, body }) => setShopCapsForAdmin(actor, params.shop, body),
});
