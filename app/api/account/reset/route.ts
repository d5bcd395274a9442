import { forgotBody, resetBody } from '#lib/contracts/account.ts';
import { addressOf } from '#lib/server/http/address.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { askPasswordReset } from '#lib/server/use-cases/ask-password-reset.ts';
import { resetPassword } from '#lib/server/use-cases/reset-password.ts';

export const POST = defineRoute({
  auth: 'public',
  body: forgotBody,
  rate: { name: 'forgot', points: 30, perSeconds: 600 },
  handle: async ({ body, request }) => {
    await askPasswordReset(body.email, addressOf(request));
    return new Response(null, { status: 202 });
  },
});

export const PUT = defineRoute({
  auth: 'public',
  body: resetBody,
  rate: { name: 'account-link', points: 30, perSeconds: 600 },
  handle: async ({ body, request }) => {
    await resetPassword(body, addressOf(request));
    return new Response(null, { status: 204 });
  },
});
