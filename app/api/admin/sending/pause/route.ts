import { pauseSendingBody } from '#lib/contracts/admin.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getSending } from '#lib/server/use-cases/get-sending.ts';
import { pauseSending } from '#lib/server/use-cases/pause-sending.ts';

export const POST = defineRoute({
  auth: 'admin',
  body: pauseSendingBody,
  handle: async ({ actor, body }) => {
    await pauseSending(actor, body.note);
    return getSending(actor);
  },
});
