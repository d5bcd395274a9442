import { undoBody } from '#lib/contracts/case-decision.ts';
import { caseParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { undoDecision } from '#lib/server/use-cases/undo-decision.ts';

export const POST = defineRoute({
  auth: 'admin',
  params: caseParams,
  body: undoBody,
  handle: ({ actor, params, body }) => undoDecision(actor, params.id, body.version),
});
