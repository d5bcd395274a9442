import { closeAccountBody } from '#lib/contracts/own-data.ts';
import { currentSession, forgetSession } from '#lib/server/auth/current-actor.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { closeAccount } from '#lib/server/use-cases/close-account.ts';

export const POST = defineRoute({
  auth: 'person',
  body: closeAccountBody,
  rate: { name: 'close-account', points: 10, perSeconds: 600 },
  handle: async ({ actor, body }) => {
    const closed = await closeAccount(actor, body, await currentSession());
    await forgetSession();
    return closed;
  },
});
