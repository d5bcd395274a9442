import { after } from 'next/server';
import { tryOnParams, tryOnStatusQuery } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { tryOnStatusResponse } from '#lib/server/http/try-on-status.ts';
import { deleteTryOn } from '#lib/server/use-cases/delete-try-on.ts';

/** In production `status-before-next.ts` answers this where the server is Node's; both say the same. */
export const GET = defineRoute({
  auth: 'person',
  params: tryOnParams,
  query: tryOnStatusQuery,
  handle: ({ actor, params, query, request }) =>
    tryOnStatusResponse(actor, params.id, query, {
      known: request.headers.get('if-none-match'),
      signal: request.signal,
      afterAnswer: after,
    }),
});

export const DELETE = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    await deleteTryOn(actor, params.id);
    return new Response(null, { status: 204 });
  },
});
