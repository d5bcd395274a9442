import { bulkParams } from '#lib/contracts/bulk-retry.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { stopBulkRetry } from '#lib/server/use-cases/stop-bulk-retry.ts';

export const POST = defineRoute({
  auth: 'admin',
  params: bulkParams,
  handle: ({ actor, params }) => stopBulkRetry(actor, params.id),
});
