import { bulkParams } from '#lib/contracts/bulk-retry.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getBulkRetry } from '#lib/server/use-cases/get-bulk-retry.ts';

export const GET = defineRoute({
  auth: 'admin',
  params: bulkParams,
  handle: ({ actor, params }) => getBulkRetry(actor, params.id),
});
