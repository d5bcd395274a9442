import { defineRoute } from '#lib/server/http/define-route.ts';
import { listFavouriteSlugs } from '#lib/server/use-cases/list-favourites.ts';

export const GET = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => ({ slugs: await listFavouriteSlugs(actor) }),
});
