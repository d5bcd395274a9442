import { z } from 'zod';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { previewBulkRetry } from '#lib/server/use-cases/preview-bulk-retry.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: z.record(z.string(), z.string()),
  handle: ({ actor, query }) => previewBulkRetry(actor, readCaseQuery(query)),
});
