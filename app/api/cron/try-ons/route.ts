import { after } from 'next/server';
import { assertCron } from '#lib/server/http/assert-cron.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { watchWithoutWorkers } from '#lib/server/operations/watch-without-workers.ts';
import { advanceDueTryOns } from '#lib/server/use-cases/advance-due-try-ons.ts';

/** Where no worker runs (serverless): a scheduler calls this every minute. */
export const GET = defineRoute({
  auth: 'public',
  handle: async ({ request }) => {
    assertCron(request);
    after(() => watchWithoutWorkers());
    return { advanced: await advanceDueTryOns() };
  },
});
