import { z } from 'zod';
import {
  APPEAL_LENGTH,
  decisionKinds,
  NOTE_LENGTH,
  REASON_LENGTH,
  resolutionsByHand,
} from '#lib/domain/case-decision.ts';

/** Of the case that was read: somebody else's decision in between is not overwritten. */
const version = z.int().min(1);
const words = (length: number) => z.string().trim().min(1).max(length);

/** `POST /api/admin/cases/{id}/decisions` */
export const decisionBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resolve'),
    version,
    resolution: z.enum(resolutionsByHand),
    note: z.string().trim().max(NOTE_LENGTH).optional(),
  }),
  z.strictObject({ kind: z.literal('reopen'), version }),
  z.strictObject({ kind: z.literal('assign'), version, assigneeId: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal('comment'), version, text: words(NOTE_LENGTH) }),
  z.strictObject({ kind: z.literal('retry'), version }),
  z.strictObject({ kind: z.literal('give_quota_back'), version }),
  z.strictObject({ kind: z.literal('hide_garment'), version }),
  z.strictObject({ kind: z.literal('suspend'), version, reason: words(REASON_LENGTH) }),
  z.strictObject({ kind: z.literal('uphold'), version, reason: words(APPEAL_LENGTH) }),
  z.strictObject({ kind: z.literal('overturn'), version, reason: words(APPEAL_LENGTH) }),
]);
export type DecisionBody = z.infer<typeof decisionBody>;
export type DecisionOf<K extends DecisionBody['kind']> = Extract<DecisionBody, { kind: K }>;

/** The case as it is now, and the try-on that a retry has made. */
export const decisionAnswer = z.object({
  kind: z.enum(decisionKinds),
  version,
  retryId: z.uuid().nullable(),
});
export type DecisionAnswer = z.infer<typeof decisionAnswer>;

/** `POST /api/admin/cases/{id}/decisions/undo` */
export const undoBody = z.strictObject({ version });

export const noteParams = z.strictObject({ id: z.uuid(), note: z.uuid() });

/** `GET /api/admin/cases/assignees` */
export const assignees = z.object({
  me: z.uuid(),
  admins: z.array(z.object({ id: z.uuid(), name: z.string() })),
});
