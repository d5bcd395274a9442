import { importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listImportPictures } from '#lib/server/use-cases/list-import-pictures.ts';

/** Those that could not be had. */
export const GET = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: async ({ actor, params }) => ({
    items: await listImportPictures(actor, params.shop, params.id),
  }),
});
