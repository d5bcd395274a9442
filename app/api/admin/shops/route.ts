import { adminShopsQuery } from '#lib/contracts/admin-shops.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listShopsForAdmin } from '#lib/server/use-cases/list-shops-for-admin.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: adminShopsQuery,
  handle: ({ actor, query }) => listShopsForAdmin(actor, query),
});
