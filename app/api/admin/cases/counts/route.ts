import { caseQueryParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { countCases } from '#lib/server/use-cases/count-cases.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: caseQueryParams,
  handle: ({ actor, query }) => countCases(actor, query),
});
