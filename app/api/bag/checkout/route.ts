import { checkoutBody } from '#lib/contracts/bag.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { handOverBag } from '#lib/server/use-cases/hand-over-bag.ts';

export const POST = defineRoute({
  auth: 'person',
  body: checkoutBody,
  rate: { name: 'checkout', points: 30, perSeconds: 60 },
  handle: ({ actor, body }) => handOverBag(actor, body),
});
