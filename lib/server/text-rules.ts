import 'server-only';
import type { TextRule } from '#lib/domain/text-rules.ts';
import { db } from './db.ts';
import { keptShortly } from './kept-shortly.ts';
import { listRulesInForce } from './repositories/text-rules.ts';
import { REQUEST_TIMEOUT_MS } from './segmind/context.ts';

/** So late may a process be with a new or retired rule. */
const RULES_KEPT_MS = 5_000;

/**
 * So late may a try-on end by rules of before: they are read ahead of the request, and writing its
 * answer is tried anew for less than as long again.
 */
export const RULES_SETTLE_MS = RULES_KEPT_MS + 2 * REQUEST_TIMEOUT_MS;

const rules = keptShortly<readonly TextRule[]>(RULES_KEPT_MS, [], () => listRulesInForce(db()));

/** The admins' rules about the provider's words, the newest first; none when they cannot be read. */
export const currentTextRules = rules.get;
export const forgetTextRules = rules.forget;
