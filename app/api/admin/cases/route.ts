import { caseListParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listCases } from '#lib/server/use-cases/list-cases.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: caseListParams,
  handle: ({ actor, query: { query, cursor } }) => listCases(actor, query, { cursor }),
});
