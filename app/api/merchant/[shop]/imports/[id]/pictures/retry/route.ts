import { importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { retryImportPictures } from '#lib/server/use-cases/retry-import-pictures.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: ({ actor, params }) => retryImportPictures(actor, params.shop, params.id),
});
