import { looksSummaryQuery } from '#lib/contracts/looks.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { summariseLooks } from '#lib/server/use-cases/summarise-looks.ts';

export const GET = defineRoute({
  auth: 'person',
  query: looksSummaryQuery,
  handle: ({ actor, query }) => summariseLooks(actor, query),
});
