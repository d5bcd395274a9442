import { registerBody } from '#lib/contracts/account.ts';
import { startSession } from '#lib/server/auth/current-actor.ts';
import { defineRoute, json } from '#lib/server/http/define-route.ts';
import { registerAccount } from '#lib/server/use-cases/register-account.ts';

export const POST = defineRoute({
  auth: 'public',
  body: registerBody,
  rate: { name: 'register', points: 10, perSeconds: 600, perAddress: 40 },
  handle: async ({ actor, body }) => {
    const { account, session } = await registerAccount(actor, body);
    await startSession(session);
    return json(account, { status: 201 });
  },
});
