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
      | 'render-run'
      | 'member'
      | 'invitation'
      | 'shop'
      | 'hold-out'
      | 'person'
      | 'bulk-retry'
      | 'sending'
      | 'saved-view'
      | 'text-rule'
      | 'setting'
      | 'consent-text';
    subjectId: string;
    /** Whose people find it in their activity log. */
    shopId?: string;
    detail?: Record<string, string | number>;
  },
): Promise<void> {
  await tx.auditEntry.create({ data: entry, select: { id: true } });
}

const FOLD_MS = 5 * 60_000;

/**
 * Notes which fields of a garment somebody changed. An editor that saves by itself changes them bit by
 * bit: within a few minutes of one person's work there is one entry for each field that comes to it,
 * the last of which names them all. Entries are never rewritten.
 */
export async function recordFieldChange(
  tx: Db,
  { actorId, subjectId, shopId }: { actorId: string; subjectId: string; shopId: string },
  fields: readonly string[],
  now: Date,
): Promise<void> {
  const subject = { subjectType: 'garment', subjectId } as const;
  const action = 'garment.updated';
  const last = await tx.auditEntry.findFirst({
    where: subject,
    orderBy: { id: 'desc' },
    select: { actorId: true, action: true, at: true, detail: true },
  });
  const goesOn =
    last?.actorId === actorId &&
    last.action === action &&
    now.getTime() - last.at.getTime() < FOLD_MS;
  const known = goesOn ? fieldsOf(last.detail) : [];
  const all = [...new Set([...known, ...fields])].sort();
  if (goesOn && all.length === known.length) return;
  await recordAudit(tx, { actorId, action, ...subject, shopId, detail: { fields: all.join(' ') } });
}

function fieldsOf(detail: unknown): string[] {
  const { fields = '' } = (detail ?? {}) as { fields?: string };
  return fields.split(' ').filter(Boolean);
}
