import { defineRoute } from '#lib/server/http/define-route.ts';
import { getConsentText } from '#lib/server/use-cases/get-consent-text.ts';

export const GET = defineRoute({
  auth: 'public',
  handle: () => getConsentText(),
});
