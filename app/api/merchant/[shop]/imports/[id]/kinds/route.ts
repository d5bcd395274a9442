import { chooseKindsBody, importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { chooseImportKinds } from '#lib/server/use-cases/choose-import-kinds.ts';
import { listImportKinds } from '#lib/server/use-cases/list-import-kinds.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: async ({ actor, params }) => ({
    groups: await listImportKinds(actor, params.shop, params.id),
  }),
});

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  body: chooseKindsBody,
  handle: ({ actor, params, body }) => chooseImportKinds(actor, params.shop, params.id, body),
});
