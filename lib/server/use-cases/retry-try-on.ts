import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { lockTryOn } from '#lib/server/repositories/new-try-ons.ts';
import { findRetry } from '#lib/server/repositories/try-on-retries.ts';
import { repeatTryOn } from './repeat-try-on.ts';

/**
 * An admin asks for the same once more. Asking twice gives the same new try-on.
 *
 * @throws AppError forbidden, not_found, conflict
 */
export async function retryTryOn(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<{ id: string }> {
  assertAdmin(actor);
  return db().$transaction(async (tx) => {
    // One retry a case, also when two admins press at once: the second waits here and finds it.
    await lockTryOn(tx, id);
    const known = await findRetry(tx, id);
    if (known) return known;
    const retry = await repeatTryOn(tx, id, {}, now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'try-on.retried',
      subjectType: 'try-on',
      subjectId: id,
      detail: { retry: retry.id },
    });
    return retry;
  });
}
