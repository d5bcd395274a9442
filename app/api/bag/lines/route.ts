import { addBagLineBody } from '#lib/contracts/bag.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { addToBag } from '#lib/server/use-cases/add-to-bag.ts';

export const POST = defineRoute({
  auth: 'person',
  body: addBagLineBody,
  rate: { name: 'bag', points: 240, perSeconds: 60 },
  handle: ({ actor, body }) => addToBag(actor, body),
});
