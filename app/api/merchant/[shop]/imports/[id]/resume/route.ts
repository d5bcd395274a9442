import { importParams } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { resumeImport } from '#lib/server/use-cases/resume-import.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: ({ actor, params }) => resumeImport(actor, params.shop, params.id),
});
