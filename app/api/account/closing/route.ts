import { closeAccountBody } from '#lib/contracts/own-data.ts';
import { forgetSession } from '#lib/server/auth/current-actor.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { closeAccount } from '#lib/server/use-cases/close-account.ts';

export const POST = defineRoute({
  auth: 'person',
  body: closeAccountBody,
  // A password can be tried here as well as at the door.
  rate: { name: 'close-account', points: 10, perSeconds: 600 },
  handle: async ({ actor, body, request }) => {
    const closed = await closeAccount(actor, body, addressOf(request));
    await forgetSession();
    return closed;
  },
});
