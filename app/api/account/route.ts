import { nameBody, registerBody } from '#lib/contracts/account.ts';
import { startSession } from '#lib/server/auth/current-actor.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { registerAccount } from '#lib/server/use-cases/register-account.ts';
import { renameAccount } from '#lib/server/use-cases/rename-account.ts';

export const POST = defineRoute({
  auth: 'public',
  body: registerBody,
  rate: { name: 'register', points: 10, perSeconds: 600, perAddress: 40 },
  handle: async ({ actor, body, request }) => {
    const answer = await registerAccount(actor, body, addressOf(request));
    if (answer.kind === 'mailed') return json({ kind: answer.kind }, { status: 202 });
    await startSession(answer.made.session);
    return json({ kind: answer.kind }, { status: 201 });
  },
});

export const PATCH = defineRoute({
  auth: 'person',
  body: nameBody,
  rate: { name: 'account', points: 60, perSeconds: 600 },
  handle: async ({ actor, body }) => {
    await renameAccount(actor, body.name);
    return new Response(null, { status: 204 });
  },
});
