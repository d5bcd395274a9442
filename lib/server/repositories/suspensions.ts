import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { recordAudit } from './audit.ts';

/** A person who is shut out. Nobody shuts an admin out this way, so nobody shuts themselves out. */

/** False when there is no such person, or she is an admin or suspended already. */
export async function suspend(
  tx: Db,
  { personId, actorId, reason }: { personId: string; actorId: string; reason: string },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: personId, role: { not: 'ADMIN' }, suspendedAt: null },
    // Lifted, it lets her in again, but not whoever still had her cookie.
    data: { suspendedAt: now, suspendedReason: reason, sessionEpoch: { increment: 1 } },
  });
  if (count === 0) return false;
  await auditPerson(tx, actorId, 'person.suspended', personId);
  return true;
}

/**
 * @param since only the suspension that began then.
 * @returns false when she is not suspended, or by another suspension.
 */
export async function liftSuspended(
  tx: Db,
  { personId, actorId, since }: { personId: string; actorId: string; since?: Date },
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: personId, suspendedAt: since ?? { not: null } },
    data: { suspendedAt: null, suspendedReason: null },
  });
  if (count === 0) return false;
  await auditPerson(tx, actorId, 'person.suspension-lifted', personId);
  return true;
}

const auditPerson = (tx: Db, actorId: string, action: string, subjectId: string) =>
  recordAudit(tx, { actorId, action, subjectType: 'person', subjectId });
