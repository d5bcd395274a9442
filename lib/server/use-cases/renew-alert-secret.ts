import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { signingSecret } from '#lib/server/operations/alert-webhook.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { renewSigningSalt } from '#lib/server/repositories/ops-alert-settings.ts';
import { transact } from '#lib/server/transact.ts';

/** Makes a new secret for the webhook; from now on messages are signed with it. @throws AppError forbidden */
export async function renewAlertSecret(actor: Actor): Promise<{ secret: string }> {
  assertAdmin(actor);
  const salt = await transact(async (tx) => {
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'alerts.secret_renewed',
      subjectType: 'setting',
      subjectId: 'alerts',
    });
    return renewSigningSalt(tx);
  });
  return { secret: signingSecret(salt) };
}
