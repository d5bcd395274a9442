import { after } from 'next/server';
import { tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute, json } from '#lib/server/http/define-route.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { retryTryOn } from '#lib/server/use-cases/retry-try-on.ts';

export const POST = defineRoute({
  auth: 'admin',
  params: tryOnParams,
  handle: async ({ actor, params }) => {
    const retry = await retryTryOn(actor, params.id);
    after(() => advanceTryOn(retry.id));
    return json(retry, { status: 202 });
  },
});
