import { after } from 'next/server';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { advanceDueTryOns } from '#lib/server/use-cases/advance-due-try-ons.ts';
import { getSending } from '#lib/server/use-cases/get-sending.ts';
import { resumeSending } from '#lib/server/use-cases/pause-sending.ts';

export const POST = defineRoute({
  auth: 'admin',
  handle: async ({ actor }) => {
    await resumeSending(actor);
    after(() => advanceDueTryOns());
    return getSending(actor);
  },
});
