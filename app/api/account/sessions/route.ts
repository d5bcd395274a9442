import { forgetSession } from '#lib/server/auth/current-actor.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { signOutEverywhere } from '#lib/server/use-cases/sign-out-everywhere.ts';

export const DELETE = defineRoute({
  auth: 'person',
  handle: async ({ actor }) => {
    await signOutEverywhere(actor);
    await forgetSession();
    return new Response(null, { status: 204 });
  },
});
