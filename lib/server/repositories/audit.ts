import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** Written in the transaction of the change that it tells of. `detail` holds ids and codes only. */
export async function recordAudit(
  tx: Db,
  entry: {
    actorId: string;
    action: string;
    subjectType:
      | 'try-on'
      | 'garment'
      | 'bulk-edit'
      | 'import'
      | 'member'
      | 'invitation'
      | 'sending';
    subjectId: string;
    /** Whose people find it in their activity log. */
    shopId?: string;
    detail?: Record<string, string | number>;
  },
): Promise<void> {
  await tx.auditEntry.create({ data: entry, select: { id: true } });
}
