import { defineRoute } from '#lib/server/http/define-route.ts';
import { listAssignees } from '#lib/server/use-cases/list-assignees.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => listAssignees(actor),
});
