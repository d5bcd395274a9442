import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { suspend } from '#lib/server/repositories/suspensions.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Shuts a person out: her sessions are worth nothing from the next request on.
 *
 * @param reason for other admins. @throws AppError forbidden, conflict
 */
export async function suspendPerson(
  actor: Actor,
  personId: string,
  reason: string,
  now = new Date(),
): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    if (!(await suspend(tx, { personId, actorId: actor.userId, reason }, now))) {
      throw new AppError('conflict', CANNOT_BE_SUSPENDED);
    }
  });
}

export const CANNOT_BE_SUSPENDED =
  'This person is gone, is an admin, or is suspended already, so nothing was changed.';
