import { defineRoute } from '#lib/server/http/define-route.ts';
import { assertReady } from '#lib/server/use-cases/assert-ready.ts';

/** The database answers, so requests can be served. */
export const GET = defineRoute({
  auth: 'public',
  handle: async () => {
    await assertReady();
    return { status: 'ready' };
  },
});
