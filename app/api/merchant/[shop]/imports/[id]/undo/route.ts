import { importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { undoImport } from '#lib/server/use-cases/undo-import.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: ({ actor, params }) => undoImport(actor, params.shop, params.id),
});
