import { giveConsentBody } from '#lib/contracts/own-data.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getConsentText } from '#lib/server/use-cases/get-consent-text.ts';
import { giveConsent } from '#lib/server/use-cases/give-consent.ts';
import { withdrawConsent } from '#lib/server/use-cases/withdraw-consent.ts';

export const GET = defineRoute({
  auth: 'public',
  handle: () => getConsentText(),
});

export const POST = defineRoute({
  auth: 'person',
  body: giveConsentBody,
  rate: { name: 'consent', points: 30, perSeconds: 600 },
  handle: async ({ actor, body }) => {
    await giveConsent(actor, body.version);
    return new Response(null, { status: 204 });
  },
});

export const DELETE = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => withdrawConsent(actor),
});
