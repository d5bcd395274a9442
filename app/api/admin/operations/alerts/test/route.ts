import { alertTestBody } from '#lib/contracts/alerts.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { tryAlerts } from '#lib/server/use-cases/try-alerts.ts';

export const POST = defineRoute({
  auth: 'admin',
  body: alertTestBody,
  rate: { name: 'alert-test', points: 10, perSeconds: 60 },
  handle: ({ actor, body }) => tryAlerts(actor, body.channel),
});
