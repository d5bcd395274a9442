import { defineRoute } from '#lib/server/http/define-route.ts';
import { getSending } from '#lib/server/use-cases/get-sending.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => getSending(actor),
});
