import { appealBody, tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { appealBlock } from '#lib/server/use-cases/appeal-block.ts';

export const POST = defineRoute({
  auth: 'person',
  params: tryOnParams,
  body: appealBody,
  rate: { name: 'appeal', points: 20, perSeconds: 600 },
  handle: ({ actor, params, body }) => appealBlock(actor, params.id, body.text),
});
