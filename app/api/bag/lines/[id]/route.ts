import { bagLineParams, setBagLineBody } from '#lib/contracts/bag.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { removeFromBag } from '#lib/server/use-cases/remove-from-bag.ts';
import { setBagQuantity } from '#lib/server/use-cases/set-bag-quantity.ts';

const rate = { name: 'bag', points: 240, perSeconds: 60 };

export const PATCH = defineRoute({
  auth: 'person',
  params: bagLineParams,
  body: setBagLineBody,
  rate,
  handle: ({ actor, params, body }) => setBagQuantity(actor, params.id, body.quantity),
});

export const DELETE = defineRoute({
  auth: 'person',
  params: bagLineParams,
  rate,
  handle: ({ actor, params }) => removeFromBag(actor, params.id),
});
