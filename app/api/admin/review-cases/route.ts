import { reviewListQuery } from '#lib/contracts/admin.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listReviewCases } from '#lib/server/use-cases/list-review-cases.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: reviewListQuery,
  handle: ({ actor, query }) => listReviewCases(actor, query),
});
