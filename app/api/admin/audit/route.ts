import { auditListQuery } from '#lib/contracts/audit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listAuditEntries } from '#lib/server/use-cases/list-audit-entries.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: auditListQuery,
  handle: ({ actor, query }) => listAuditEntries(actor, query),
});
