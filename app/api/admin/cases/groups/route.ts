import { caseQueryParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { groupCases } from '#lib/server/use-cases/group-cases.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: caseQueryParams,
  handle: ({ actor, query }) => groupCases(actor, query),
});
