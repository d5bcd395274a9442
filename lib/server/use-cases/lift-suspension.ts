import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { liftSuspended } from '#lib/server/repositories/suspensions.ts';
import { transact } from '#lib/server/transact.ts';

/** Lets a suspended person in again. @throws AppError forbidden, conflict */
export async function liftSuspension(actor: Actor, personId: string): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    if (!(await liftSuspended(tx, { personId, actorId: actor.userId }))) {
      throw new AppError('conflict', 'This person is not suspended.');
    }
  });
}
