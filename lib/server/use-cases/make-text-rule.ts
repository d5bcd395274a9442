import 'server-only';
import type { MakeRuleBody } from '#lib/contracts/classifier.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { followTextRuleTask } from '#lib/server/background/follow-text-rule.ts';
import { db } from '#lib/server/db.ts';
import { followTextRule } from '#lib/server/follow-text-rule.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { createRule, listRulesInForce, lockRules } from '#lib/server/repositories/text-rules.ts';
import { forgetTextRules, RULES_SETTLE_MS } from '#lib/server/text-rules.ts';
import { transact } from '#lib/server/transact.ts';
import { assertMayBeRule } from './assert-may-be-rule.ts';

/**
 * Files words of the provider under a class: from now on every answer with them, and the open cases. The
 * first of those follow at once, all others in the background, and a while later what ended by the rules
 * of before.
 *
 * @throws AppError forbidden, invalid_input with the text that it would get wrong, conflict
 */
export async function makeTextRule(
  actor: Actor,
  { phrase, errorClass, note }: MakeRuleBody,
  now = new Date(),
): Promise<{ id: string; changed: number; more: boolean }> {
  assertAdmin(actor);
  assertMayBeRule({ phrase, errorClass });
  const { id } = await transact(async (tx) => {
    await lockRules(tx);
    const same = (await listRulesInForce(tx)).find((rule) => rule.phrase === phrase);
    if (same?.errorClass === errorClass) {
      throw new AppError('conflict', 'There is a rule for these words and this class already.');
    }
    const rule = await createRule(tx, { phrase, errorClass, note, createdById: actor.userId });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'text-rule.made',
      subjectType: 'text-rule',
      subjectId: rule.id,
      detail: { errorClass },
    });
    const after = new Date(now.getTime() + RULES_SETTLE_MS);
    await enqueue(tx, followTextRuleTask, { ruleId: rule.id, after: '' }, { after });
    return rule;
  });
  forgetTextRules();
  const { changed, next } = await followTextRule(id, '');
  if (next !== null) await enqueue(db(), followTextRuleTask, { ruleId: id, after: next });
  return { id, changed, more: next !== null };
}
