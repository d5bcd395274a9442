import { startBulkBody } from '#lib/contracts/bulk-retry.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listBulkRetries } from '#lib/server/use-cases/list-bulk-retries.ts';
import { startBulkRetry } from '#lib/server/use-cases/start-bulk-retry.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: async ({ actor }) => ({ items: await listBulkRetries(actor) }),
});

export const POST = defineRoute({
  auth: 'admin',
  body: startBulkBody,
  handle: async ({ actor, body }) => json(await startBulkRetry(actor, body), { status: 202 }),
});
