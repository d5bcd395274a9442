import { importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { cancelImport } from '#lib/server/use-cases/cancel-import.ts';
import { getImport } from '#lib/server/use-cases/get-import.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: ({ actor, params }) => getImport(actor, params.shop, params.id),
});

export const DELETE = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: async ({ actor, params }) => {
    await cancelImport(actor, params.shop, params.id);
    return new Response(null, { status: 204 });
  },
});
