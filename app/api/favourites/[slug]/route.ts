import { favouriteParams } from '#lib/contracts/favourite.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { addFavourite } from '#lib/server/use-cases/add-favourite.ts';
import { removeFavourite } from '#lib/server/use-cases/remove-favourite.ts';

export const PUT = defineRoute({
  auth: 'person',
  params: favouriteParams,
  handle: async ({ actor, params }) => {
    await addFavourite(actor, params.slug);
    return new Response(null, { status: 204 });
  },
});

export const DELETE = defineRoute({
  auth: 'person',
  params: favouriteParams,
  handle: async ({ actor, params }) => {
    await removeFavourite(actor, params.slug);
    return new Response(null, { status: 204 });
  },
});
