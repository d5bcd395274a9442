import { garmentColourParams } from '#lib/contracts/garment-edit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { linkGarmentColour } from '#lib/server/use-cases/link-garment-colour.ts';

export const PUT = defineRoute({
  auth: 'merchant',
  params: garmentColourParams,
  handle: ({ actor, params }) =>
    linkGarmentColour(actor, params.shop, params.id, params.other, true),
});

export const DELETE = defineRoute({
  auth: 'merchant',
  params: garmentColourParams,
  handle: ({ actor, params }) =>
    linkGarmentColour(actor, params.shop, params.id, params.other, false),
});
