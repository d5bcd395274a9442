import 'server-only';
import type { TextRule } from '#lib/domain/text-rules.ts';
import { db } from './db.ts';
import { keptShortly } from './kept-shortly.ts';
import { listRulesInForce } from './repositories/text-rules.ts';

/** So late may a process be with a new or retired rule. */
export const RULES_KEPT_MS = 5_000;

const rules = keptShortly<readonly TextRule[]>(RULES_KEPT_MS, [], () => listRulesInForce(db()));

/** The admins' rules about the provider's words, the newest first; none when they cannot be read. */
export const currentTextRules = rules.get;
export const forgetTextRules = rules.forget;
