import { consentTextBody } from '#lib/contracts/settings.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { writeConsentText } from '#lib/server/use-cases/write-consent-text.ts';

export const POST = defineRoute({
  auth: 'admin',
  body: consentTextBody,
  handle: async ({ actor, body }) => json(await writeConsentText(actor, body), { status: 201 }),
});
