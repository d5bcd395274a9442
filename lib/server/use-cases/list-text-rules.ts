import 'server-only';
import type { ClassifierView } from '#lib/contracts/classifier.ts';
import { filedClasses, hasPhrase, refuseRule } from '#lib/domain/text-rules.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import {
  findSamples,
  groupUnclassified,
  listRuleHistory,
} from '#lib/server/repositories/text-rules.ts';

const MOST_TEXTS = 50;
const MOST_RULES = 200;

/**
 * What the provider says and nobody has filed, the most frequent first, and the rules with their
 * history. @throws AppError forbidden
 */
export async function listTextRules(actor: Actor): Promise<ClassifierView> {
  assertAdmin(actor);
  const [groups, history] = await Promise.all([
    groupUnclassified(db()),
    listRuleHistory(db(), MOST_RULES),
  ]);
  const inForce = history.filter(({ retiredAt }) => retiredAt === null);
  // Cases that were closed before there was a rule keep their class: their text is filed all the same.
  const unfiled = groups
    .filter(({ text }) => !inForce.some(({ phrase }) => hasPhrase(text, phrase)))
    .filter(({ text }) => !saysNothing(text))
    .toSorted((one, other) => other.open - one.open || other.resolved - one.resolved)
    .slice(0, MOST_TEXTS);
  const samples = await findSamples(db(), unfiled);
  return {
    unfiled: unfiled.map((group) => ({
      phrase: group.text,
      signature: group.signature,
      sample: samples.get(group)?.text ?? group.text,
      open: group.open,
      resolved: group.resolved,
      firstAt: group.firstAt.toISOString(),
      lastAt: group.lastAt.toISOString(),
    })),
    rules: history.flatMap((row) => {
      const errorClass = filedClasses.find((one) => one === row.errorClass);
      if (!errorClass) return [];
      const { id, phrase, note, filed, createdAt, retiredAt } = row;
      const retired = retiredAt && { by: nameOf(row.retiredBy), at: retiredAt.toISOString() };
      const made = { by: nameOf(row.createdBy), at: createdAt.toISOString() };
      return [{ id, phrase, errorClass, note, filed, ...made, retired }];
    }),
  };
}

/** Words that no rule may be made of are nobody's task. */
const saysNothing = (text: string) =>
  filedClasses.every((errorClass) => refuseRule({ phrase: text, errorClass }) !== null);

const nameOf = (person: { name: string | null; email: string | null } | null) =>
  person && (person.name ?? person.email);
