import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { setDailyTryOns } from '#lib/server/repositories/people.ts';
import { lockUser } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';

/** @param dailyTryOns null for what everybody has. @throws AppError forbidden, not_found */
export async function setPersonAllowance(
  actor: Actor,
  id: string,
  dailyTryOns: number | null,
): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    await lockUser(tx, id);
    const before = await setDailyTryOns(tx, id, dailyTryOns);
    if (before === undefined) throw new AppError('not_found');
    if (before === dailyTryOns) return;
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'person.daily-try-ons',
      subjectType: 'person',
      subjectId: id,
      detail: {
        ...(before === null ? {} : { from: before }),
        ...(dailyTryOns === null ? {} : { to: dailyTryOns }),
      },
    });
  });
}
