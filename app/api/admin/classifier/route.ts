import { defineRoute } from '#lib/server/http/define-route.ts';
import { listTextRules } from '#lib/server/use-cases/list-text-rules.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => listTextRules(actor),
});
