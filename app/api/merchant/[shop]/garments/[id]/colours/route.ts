import { shopGarmentParams } from '#lib/contracts/garment.ts';
import { colourCandidatesQuery } from '#lib/contracts/garment-edit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { findColourCandidates } from '#lib/server/use-cases/find-colour-candidates.ts';

/** What could be the same garment in another colour. */
export const GET = defineRoute({
  auth: 'merchant',
  params: shopGarmentParams,
  query: colourCandidatesQuery,
  handle: async ({ actor, params, query }) => ({
    items: await findColourCandidates(actor, params.shop, params.id, query.q),
  }),
});
