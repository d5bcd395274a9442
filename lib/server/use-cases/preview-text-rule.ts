import 'server-only';
import type { RulePreview, RulePreviewBody } from '#lib/contracts/classifier.ts';
import { hasPhrase } from '#lib/domain/text-rules.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import {
  findSamples,
  groupWithPhrase,
  listRulesInForce,
} from '#lib/server/repositories/text-rules.ts';
import { assertMayBeRule } from './assert-may-be-rule.ts';

const MOST_SAMPLES = 8;

/**
 * What a rule would do to the cases that there are; nothing is changed.
 *
 * @throws AppError forbidden, invalid_input with the text that it would get wrong
 */
export async function previewTextRule(actor: Actor, body: RulePreviewBody): Promise<RulePreview> {
  assertAdmin(actor);
  assertMayBeRule(body);
  const { phrase, errorClass } = body;
  const [groups, rules] = await Promise.all([
    groupWithPhrase(db(), phrase),
    listRulesInForce(db()),
  ]);
  const changed = groups
    .filter((group) => group.errorClass !== errorClass)
    .toSorted((one, other) => other.open - one.open || other.resolved - one.resolved);
  const shown = changed.slice(0, MOST_SAMPLES);
  const samples = await findSamples(db(), shown);
  const froms = [...new Set(changed.map((group) => group.errorClass))];
  const sum = (of: 'open' | 'resolved' | 'appealed', from?: string) =>
    changed.reduce((all, group) => (!from || group.errorClass === from ? all + group[of] : all), 0);
  const byRule = (text: string) => rules.some((rule) => hasPhrase(text, rule.phrase));
  return {
    phrase,
    errorClass,
    changes: froms.map((from) => ({
      from,
      open: sum('open', from),
      resolved: sum('resolved', from),
    })),
    appealed: sum('appealed'),
    samples: shown.map((group) => ({
      from: group.errorClass,
      text: samples.get(group)?.text ?? group.text,
      cases: group.open + group.resolved,
      tryOnId: samples.get(group)?.tryOnId ?? '',
    })),
    overruled: changed
      .filter((group) => group.errorClass !== 'unclassified' && !byRule(group.text))
      .map((group) => ({
        errorClass: group.errorClass,
        text: group.text,
        cases: group.open + group.resolved,
      })),
    rules: rules.filter(
      (rule) =>
        hasPhrase(rule.phrase, phrase) ||
        hasPhrase(phrase, rule.phrase) ||
        groups.some(({ text }) => hasPhrase(text, rule.phrase)),
    ),
  };
}
