import { confirmBody } from '#lib/contracts/account.ts';
import { startSession } from '#lib/server/auth/current-actor.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { confirmAccount } from '#lib/server/use-cases/confirm-account.ts';

export const POST = defineRoute({
  auth: 'public',
  body: confirmBody,
  rate: { name: 'account-link', points: 30, perSeconds: 600 },
  handle: async ({ actor, body, request }) => {
    const { session } = await confirmAccount(actor, body, addressOf(request));
    await startSession(session);
    return new Response(null, { status: 204 });
  },
});
