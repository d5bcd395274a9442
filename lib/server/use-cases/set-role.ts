import 'server-only';
import type { PersonRow } from '#lib/contracts/people.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  findChangeable,
  lockAdmins,
  setRole as writeRole,
} from '#lib/server/repositories/people.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Changes what somebody may do, from her next request on. Nobody changes her own role, so one admin
 * always stays: of two who demote each other at once, the second is none any more.
 *
 * @throws AppError forbidden, conflict
 */
export async function setRole(actor: Actor, id: string, role: PersonRow['role']): Promise<void> {
  assertAdmin(actor);
  if (id === actor.userId) throw new AppError('conflict', 'Another admin must change your role.');
  await transact(async (tx) => {
    const admins = await lockAdmins(tx);
    if (!admins.includes(actor.userId)) throw new AppError('forbidden');
    const person = await findChangeable(tx, id);
    if (person?.role === role) return;
    if (!person || !(await writeRole(tx, id, role))) {
      throw new AppError('conflict', 'A guest or a suspended person cannot be given a role.');
    }
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'person.role',
      subjectType: 'person',
      subjectId: id,
      detail: { from: person.role, to: role },
    });
  });
}
