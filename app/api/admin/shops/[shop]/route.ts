import { adminShopParams } from '#lib/contracts/admin-shops.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getShopForAdmin } from '#lib/server/use-cases/get-shop-for-admin.ts';

export const GET = defineRoute({
  auth: 'admin',
  params: adminShopParams,
  handle: ({ actor, params }) => getShopForAdmin(actor, params.shop),
});
