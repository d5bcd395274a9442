import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { followTextRuleTask } from '#lib/server/background/follow-text-rule.ts';
import { db } from '#lib/server/db.ts';
import { followTextRule } from '#lib/server/follow-text-rule.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findRule, retireRule } from '#lib/server/repositories/text-rules.ts';
import { forgetTextRules, RULES_SETTLE_MS } from '#lib/server/text-rules.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Retires a rule and puts back what it has filed, but for what another rule files too or somebody weighs
 * an appeal against.
 *
 * @throws AppError forbidden, not_found, conflict when it is retired already
 */
export async function rollBackTextRule(
  actor: Actor,
  id: string,
  now = new Date(),
): Promise<{ id: string; changed: number; more: boolean }> {
  assertAdmin(actor);
  if (!(await findRule(db(), id))) throw new AppError('not_found');
  await transact(async (tx) => {
    const rule = await retireRule(tx, id, { byId: actor.userId, now });
    if (!rule) throw new AppError('conflict', 'This rule has been rolled back already.');
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'text-rule.rolled-back',
      subjectType: 'text-rule',
      subjectId: id,
      detail: { errorClass: rule.errorClass },
    });
    const after = new Date(now.getTime() + RULES_SETTLE_MS);
    await enqueue(tx, followTextRuleTask, { ruleId: id, after: '' }, { after });
  });
  forgetTextRules();
  const { changed, next } = await followTextRule(id, '');
  if (next !== null) await enqueue(db(), followTextRuleTask, { ruleId: id, after: next });
  return { id, changed, more: next !== null };
}
