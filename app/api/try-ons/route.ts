import { after } from 'next/server';
import { deleteLooksQuery } from '#lib/contracts/looks.ts';
import { submitTryOnBody, tryOnListQuery } from '#lib/contracts/try-on.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { readIdempotencyKey } from '#lib/server/http/idempotency-key.ts';
import { deleteAllLooks } from '#lib/server/use-cases/delete-all-looks.ts';
import { listTryOns } from '#lib/server/use-cases/list-try-ons.ts';
import { sendFirstInQueue } from '#lib/server/use-cases/send-first-in-queue.ts';
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
    const key = readIdempotencyKey(request);
    // Begun at once, and not held up by the answer.
    const send = () => after(sendFirstInQueue());
    const tryOn = await submitTryOn(actor, body, key, new Date(), send);
    return json(tryOn, { status: 202, headers: { location: `/api/try-ons/${tryOn.id}` } });
  },
});

export const DELETE = defineRoute({
  auth: 'person',
  query: deleteLooksQuery,
  handle: ({ actor, query }) => deleteAllLooks(actor, new Date(query.asOf)),
});
