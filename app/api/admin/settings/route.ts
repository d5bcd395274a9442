import { changeSettingsBody } from '#lib/contracts/settings.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { changeSettings } from '#lib/server/use-cases/change-settings.ts';
import { getSettings } from '#lib/server/use-cases/get-settings.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => getSettings(actor),
});

export const PUT = defineRoute({
  auth: 'admin',
  body: changeSettingsBody,
  handle: async ({ actor, body }) => {
    await changeSettings(actor, body);
    return getSettings(actor);
  },
});
