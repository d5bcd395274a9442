import { defineRoute } from '#lib/server/http/define-route.ts';
import { checkReady } from '#lib/server/use-cases/check-ready.ts';

/** The database answers, so requests can be served; and whether try-ons are sent just now. */
export const GET = defineRoute({
  auth: 'public',
  handle: () => checkReady(),
});
