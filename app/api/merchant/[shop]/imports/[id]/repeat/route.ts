import { importParams } from '#lib/contracts/import.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { repeatImport } from '#lib/server/use-cases/repeat-import.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: async ({ actor, params }) =>
    json(await repeatImport(actor, params.shop, params.id), { status: 201 }),
});
