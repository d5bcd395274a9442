import { tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { cancelTryOn } from '#lib/server/use-cases/cancel-try-on.ts';

export const POST = defineRoute({
  auth: 'person',
  params: tryOnParams,
  handle: ({ actor, params }) => cancelTryOn(actor, params.id),
});
