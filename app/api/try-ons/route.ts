import { after } from 'next/server';
import { deleteLooksQuery } from '#lib/contracts/looks.ts';
import { submitTryOnBody, tryOnListQuery } from '#lib/contracts/try-on.ts';
import { defineRoute, json } from '#lib/server/http/define-route.ts';
import { readIdempotencyKey } from '#lib/server/http/idempotency-key.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { deleteAllLooks } from '#lib/server/use-cases/delete-all-looks.ts';
import { listTryOns } from '#lib/server/use-cases/list-try-ons.ts';
import { submitTryOn } from '#lib/server/use-cases/submit-try-on.ts';

export const GET = defineRoute({
  auth: 'person',
  query: tryOnListQuery,
  handle: ({ actor, query }) => listTryOns(actor, query),
});

export const POST = defineRoute({
  auth: 'person',
  body: submitTryOnBody,
  rate: { name: 'try-on', points: 30, perSeconds: 60, perAddress: 120 },
  handle: async ({ actor, body, request }) => {
    const tryOn = await submitTryOn(actor, body, readIdempotencyKey(request));
    after(() => advanceTryOn(tryOn.id));
    return json(tryOn, { status: 202, headers: { location: `/api/try-ons/${tryOn.id}` } });
  },
});

export const DELETE = defineRoute({
  auth: 'person',
  query: deleteLooksQuery,
  handle: ({ actor, query }) => deleteAllLooks(actor, new Date(query.asOf)),
});
