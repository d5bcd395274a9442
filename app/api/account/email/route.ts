import { confirmEmailBody, emailBody } from '#lib/contracts/account.ts';
import { currentSession, startSession } from '#lib/server/auth/current-actor.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { askEmailChange } from '#lib/server/use-cases/ask-email-change.ts';
import { confirmEmail } from '#lib/server/use-cases/confirm-email.ts';

export const POST = defineRoute({
  auth: 'person',
  body: emailBody,
  rate: { name: 'account', points: 60, perSeconds: 600 },
  handle: async ({ actor, body: { email, currentPassword }, request }) => {
    const proof = { session: await currentSession(), currentPassword };
    await askEmailChange(actor, email, proof, addressOf(request));
    return new Response(null, { status: 202 });
  },
});

export const PUT = defineRoute({
  auth: 'person',
  body: confirmEmailBody,
  rate: { name: 'account-link', points: 30, perSeconds: 600 },
  handle: async ({ actor, body }) => {
    await startSession(await confirmEmail(actor, await currentSession(), body.token));
    return new Response(null, { status: 204 });
  },
});
