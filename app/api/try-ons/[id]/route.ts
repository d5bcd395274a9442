import { tryOnParams, tryOnStatusQuery } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { tryOnStatusResponse } from '#lib/server/http/try-on-status.ts';
import { deleteTryOn } from '#lib/server/use-cases/delete-try-on.ts';

export const GET = defineRoute({
  auth: 'person',
  params: tryOnParams,
  query: tryOnStatusQuery,
  handle: ({ actor, params, query, request }) =>
    tryOnStatusResponse(actor, params.id, query, request),
});

export const DELETE = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    await deleteTryOn(actor, params.id);
    return new Response(null, { status: 204 });
  },
});
