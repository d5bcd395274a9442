import { feedbackBody, tryOnParams } from '#lib/contracts/try-on.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { giveFeedback } from '#lib/server/use-cases/give-feedback.ts';

export const POST = defineRoute({
  auth: 'person',
  params: tryOnParams,
  body: feedbackBody,
  rate: { name: 'feedback', points: 30, perSeconds: 600 },
  handle: ({ actor, params, body }) => giveFeedback(actor, params.id, body),
});
