import { defineRoute } from '#lib/server/http/define-route.ts';
import { renewAlertSecret } from '#lib/server/use-cases/renew-alert-secret.ts';

export const POST = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => renewAlertSecret(actor),
});
