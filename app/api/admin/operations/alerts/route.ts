import { alertSettingsBody } from '#lib/contracts/alerts.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getAlertSettings } from '#lib/server/use-cases/get-alert-settings.ts';
import { setAlertSettings } from '#lib/server/use-cases/set-alert-settings.ts';

export const PUT = defineRoute({
  auth: 'admin',
  body: alertSettingsBody,
  handle: async ({ actor, body }) => {
    await setAlertSettings(actor, body);
    return getAlertSettings(actor);
  },
});
