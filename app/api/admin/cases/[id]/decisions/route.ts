import { after } from 'next/server';
import { decisionBody } from '#lib/contracts/case-decision.ts';
import { caseParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { decideCase } from '#lib/server/use-cases/decide-case.ts';

export const POST = defineRoute({
  auth: 'admin',
  params: caseParams,
  body: decisionBody,
  handle: async ({ actor, params, body }) => {
    const decided = await decideCase(actor, params.id, body);
    const { retryId } = decided;
    if (retryId) after(() => advanceTryOn(retryId));
    return decided;
  },
});
