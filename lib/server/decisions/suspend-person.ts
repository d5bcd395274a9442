import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { liftSuspended, suspend } from '#lib/server/repositories/suspensions.ts';
import { CANNOT_BE_SUSPENDED } from '#lib/server/use-cases/suspend-person.ts';
import type { Decision } from './decision.ts';

export const suspendPerson: Decision<'suspend'> = {
  async decide({ tx, of, actorId, now }, { reason }) {
    const personId = of.tryOn.userId;
    if (!(await suspend(tx, { personId, actorId, reason }, now))) {
      throw new AppError('conflict', CANNOT_BE_SUSPENDED);
    }
    return { before: { personId, since: now.toISOString() } };
  },
  async undo({ tx, actorId }, { personId, since }) {
    const suspension = { personId: String(personId), actorId, since: new Date(since ?? '') };
    if (!(await liftSuspended(tx, suspension))) {
      throw new AppError('conflict', 'This suspension was lifted or replaced meanwhile.');
    }
  },
};
