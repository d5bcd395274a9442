import { after } from 'next/server';
import { assertCron } from '#lib/server/http/assert-cron.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { watchWithoutWorkers } from '#lib/server/operations/watch-without-workers.ts';
import { advanceDueTryOns } from '#lib/server/use-cases/advance-due-try-ons.ts';
import { keepHouse } from '#lib/server/worker/keep-house.ts';

/** Where no worker runs (serverless): a scheduler calls this every minute. */
export const GET = defineRoute({
  auth: 'public',
  handle: async ({ request }) => {
    assertCron(request);
    after(() => watchWithoutWorkers());
    after(() => keepHouse());
    return { advanced: await advanceDueTryOns() };
  },
});
