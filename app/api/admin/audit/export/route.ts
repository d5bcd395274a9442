import { auditExportQuery } from '#lib/contracts/audit.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { exportAuditEntries } from '#lib/server/use-cases/export-audit-entries.ts';

export const GET = defineRoute({
  auth: 'admin',
  query: auditExportQuery,
  rate: { name: 'export', points: 30, perSeconds: 600 },
  handle: async ({ actor, query }) => {
    const { name, body } = exportAuditEntries(actor, query);
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  },
});
