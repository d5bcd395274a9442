import { garmentOfferParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getGarmentOffer } from '#lib/server/use-cases/get-garment-offer.ts';

export const GET = defineRoute({
  auth: 'public',
  params: garmentOfferParams,
  handle: ({ params }) => getGarmentOffer(params.slug),
});
