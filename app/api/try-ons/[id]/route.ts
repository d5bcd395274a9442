import { after } from 'next/server';
import { tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { tryOnStatusResponse, tryOnStatusRoute } from '#lib/server/http/try-on-status.ts';
import { deleteTryOn } from '#lib/server/use-cases/delete-try-on.ts';

/** Where the server is ours, `status-before-next.ts` answers this before Next does. */
export const GET = defineRoute({
  ...tryOnStatusRoute,
  handle: ({ actor, params, query, request: { headers, signal } }) =>
    tryOnStatusResponse(actor, params.id, query, { headers, signal, afterAnswer: after }),
});

export const DELETE = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    await deleteTryOn(actor, params.id);
    return new Response(null, { status: 204 });
  },
});
