import { caseParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getCase } from '#lib/server/use-cases/get-case.ts';

export const GET = defineRoute({
  auth: 'admin',
  params: caseParams,
  handle: ({ actor, params }) => getCase(actor, params.id),
});
