import { importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { applyImport } from '#lib/server/use-cases/apply-import.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: ({ actor, params }) => applyImport(actor, params.shop, params.id),
});
