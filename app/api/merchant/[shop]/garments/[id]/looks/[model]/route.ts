import { after } from 'next/server';
import {
  changeModelLookBody,
  makeModelLookBody,
  modelLookParams,
} from '#lib/contracts/model-looks.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { readIdempotencyKey } from '#lib/server/http/idempotency-key.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { changeModelLook } from '#lib/server/use-cases/change-model-look.ts';
import { makeModelLook } from '#lib/server/use-cases/make-model-look.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: modelLookParams,
  body: makeModelLookBody,
  rate: { name: 'model-look', points: 30, perSeconds: 60 },
  handle: async ({ actor, params, body, request }) => {
    const key = readIdempotencyKey(request);
    const { looks, tryOnId } = await makeModelLook(actor, params, body, key);
    if (tryOnId) after(() => advanceTryOn(tryOnId));
    return json(looks, { status: 202 });
  },
});

export const PATCH = defineRoute({
  auth: 'merchant',
  params: modelLookParams,
  body: changeModelLookBody,
  handle: ({ actor, params, body }) => changeModelLook(actor, params, body),
});
