import { importItemsQuery, importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listImportItems } from '#lib/server/use-cases/list-import-items.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: importParams,
  query: importItemsQuery,
  handle: ({ actor, params, query }) => listImportItems(actor, params.shop, params.id, query),
});
