import { passwordBody } from '#lib/contracts/account.ts';
import { currentSession, startSession } from '#lib/server/auth/current-actor.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { changePassword } from '#lib/server/use-cases/change-password.ts';

export const PUT = defineRoute({
  auth: 'person',
  body: passwordBody,
  rate: { name: 'account', points: 60, perSeconds: 600 },
  handle: async ({ actor, body: { password, currentPassword } }) => {
    const proof = { session: await currentSession(), currentPassword };
    await startSession(await changePassword(actor, password, proof));
    return new Response(null, { status: 204 });
  },
});
