import { importParams, mapColumnsBody } from '#lib/contracts/import.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { mapImport } from '#lib/server/use-cases/map-import.ts';
import { remapImport } from '#lib/server/use-cases/remap-import.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: importParams,
  body: mapColumnsBody,
  handle: ({ actor, params, body }) => mapImport(actor, params.shop, params.id, body.mapping),
});

/** Back from the preview to the columns. */
export const DELETE = defineRoute({
  auth: 'merchant',
  params: importParams,
  handle: ({ actor, params }) => remapImport(actor, params.shop, params.id),
});
