import { tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { setLookFavourite } from '#lib/server/use-cases/set-look-favourite.ts';

export const PUT = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    await setLookFavourite(actor, params.id, true);
    return new Response(null, { status: 204 });
  },
});

export const DELETE = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    await setLookFavourite(actor, params.id, false);
    return new Response(null, { status: 204 });
  },
});
