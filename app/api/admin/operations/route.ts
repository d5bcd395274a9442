import { defineRoute } from '#lib/server/http/define-route.ts';
import { getOperations } from '#lib/server/use-cases/get-operations.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => getOperations(actor),
});
