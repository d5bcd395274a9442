import { shareBody } from '#lib/contracts/share-links.ts';
import { tryOnParams } from '#lib/contracts/try-on.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { shareLook } from '#lib/server/use-cases/share-look.ts';

export const POST = defineRoute({
  auth: 'person',
  params: tryOnParams,
  body: shareBody,
  rate: { name: 'share', points: 30, perSeconds: 600 },
  handle: async ({ actor, params, body }) =>
    json(await shareLook(actor, params.id, body.days), { status: 201 }),
});
