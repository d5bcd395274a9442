import { defineRoute } from '#lib/server/http/define-route.ts';
import { listFavouritesOf } from '#lib/server/use-cases/list-favourites.ts';

export const GET = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => ({ slugs: await listFavouritesOf(actor) }),
});
