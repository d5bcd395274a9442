import { z } from 'zod';
import { activity, activityQuery } from './activity.ts';

// Postgres refuses NUL in a text.
const word = z
  .string()
  .overwrite((text) => text.replaceAll('\0', ''))
  .trim()
  .max(200)
  .optional();
const day = z.iso.date().optional();

/** What `lib/domain/audit-query.ts` tells. */
const filter = { actor: word, action: word, type: word, id: word, shop: word, from: day, to: day };

/** `GET /api/admin/audit/export`: the entries as CSV, the latest first. */
export const auditExportQuery = z.object(filter);

/** `GET /api/admin/audit` */
export const auditListQuery = activityQuery.extend(filter);

export const auditEntry = activity.shape.items.element.extend({
  actorId: z.string(),
  shopId: z.string().nullable(),
});
export type AuditEntryView = z.infer<typeof auditEntry>;

export const auditList = z.object({
  items: z.array(auditEntry),
  nextCursor: z.string().nullable(),
});
export type AuditList = z.infer<typeof auditList>;
