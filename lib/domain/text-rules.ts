import { normaliseProviderText } from './provider-signature.ts';
import {
  classifyProviderText,
  isAboutContentType,
  type ProviderTextClass,
} from './provider-text.ts';
import type { TryOnErrorClass } from './try-on-error.ts';

/**
 * Rules that admins make about the provider's words, on top of the built-in ones
 * (`provider-text.ts`): a phrase, and the class of what says it. They go before the built-in rules, and
 * the newest before the older (docs/decisions/0022). Two things no rule can do: call a complaint about
 * a content type a block, and hold for words that the examples below file elsewhere.
 */

/** What can be filed under; "unclassified" is what there is before somebody files. */
export const filedClasses = [
  'content_blocked',
  'no_person',
  'input_unreadable',
  'invalid_request',
] as const satisfies readonly ProviderTextClass[];
export type FiledClass = (typeof filedClasses)[number];

/** Classes that come of words, so that a rule about words may change them. */
export const textClasses = [...filedClasses, 'unclassified'] as const;

export interface TextRule {
  id: string;
  /** Normalised (`provider-signature.ts`). */
  phrase: string;
  errorClass: FiledClass;
}

/** The rule that speaks of a text, and what the text is without any. */
export interface FiledBy {
  ruleId: string;
  classBefore: ProviderTextClass;
}

const isTextClass = (word: string): word is ProviderTextClass =>
  (textClasses as readonly string[]).includes(word);

/** Whether whole words of a normalised text are the phrase: "rai" is not found in "train". */
export function hasPhrase(normalised: string, phrase: string): boolean {
  if (phrase === '') return false;
  for (let at = normalised.indexOf(phrase); at >= 0; at = normalised.indexOf(phrase, at + 1)) {
    const before = normalised.slice(0, at);
    const after = normalised.slice(at + phrase.length);
    const cutsBefore = /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(phrase);
    const cutsAfter = /^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]$/u.test(phrase);
    if (!cutsBefore && !cutsAfter) return true;
  }
  return false;
}

/** Whether a rule has a say about a text. */
export function ruleHolds(rule: Omit<TextRule, 'id'>, text: string): boolean {
  if (rule.errorClass === 'content_blocked' && isAboutContentType(text)) return false;
  return hasPhrase(normaliseProviderText(text), rule.phrase);
}

/**
 * The class of what the provider said, rules considered.
 *
 * @param builtIn as the provider client read the answer. One that does not come of words stands.
 * @param rules that are in force, the newest first.
 */
export function fileText(
  text: string,
  builtIn: TryOnErrorClass,
  rules: readonly TextRule[],
): { errorClass: TryOnErrorClass; filedBy?: FiledBy } {
  if (!isTextClass(builtIn)) return { errorClass: builtIn };
  const rule = rules.find((one) => ruleHolds(one, text));
  if (!rule) return { errorClass: builtIn };
  return { errorClass: rule.errorClass, filedBy: { ruleId: rule.id, classBefore: builtIn } };
}

/** Each has its class for good: a rule that would give it another one is refused. */
const settled = [
  'Invalid content type',
  'invalid content-type',
  'INVALID_CONTENT_TYPE',
  'InvalidContentType',
  'Invalid content type: text/html; expected image/jpeg or image/png',
  'Blocked by content policy',
  'content_policy_violation',
  'The request was rejected by the content filter',
  'Flagged by the safety system',
  'The output was rejected by moderation',
  'Prompt was flagged by our Responsible AI practices',
  'RAI violation',
  'NSFW content detected in the output',
  'No human detected',
  'No person found in the image',
  'Reference media rejected: file too large',
  'Failed to download the image',
  'cannot identify image file',
  'Validation error in num_inference_steps',
  'Missing required field: category',
] as const;

/** They say nothing of the cause, so a rule that holds for one of them would hold for anything. */
const sayNothing = [
  'Internal server error',
  'Something went wrong, please try again later',
  'The request failed',
  'FAILED without a reason',
  'Unknown error',
  'An error occurred while processing the image',
  'Model inference failed',
  'The job could not be completed due to an unexpected error',
] as const;

/** Failures of a machine, which are never a block. */
const neverBlocks = [
  'CUDA out of memory',
  'Worker timed out',
  'Model is loading, please retry',
  'Unsupported media type',
  'The image file is too large',
] as const;

const LEAST_LETTERS = 4;

/** Why a rule may not be made, with the text that it would get wrong. */
export type RuleRefusal =
  | { why: 'too_short' }
  | { why: 'too_general'; example: string }
  | { why: 'other_class'; example: string; errorClass: ProviderTextClass };

/**
 * Whether a rule would get a text wrong that is known. Null when it may be made.
 *
 * @param phrase normalised.
 */
export function refuseRule(rule: Omit<TextRule, 'id'>): RuleRefusal | null {
  const holds = (text: string) => hasPhrase(normaliseProviderText(text), rule.phrase);
  for (const example of settled) {
    const { errorClass } = classifyProviderText(example);
    if (errorClass !== rule.errorClass && holds(example)) {
      return { why: 'other_class', example, errorClass };
    }
  }
  const general = sayNothing.find(holds);
  if (general) return { why: 'too_general', example: general };
  const machine = rule.errorClass === 'content_blocked' && neverBlocks.find(holds);
  if (machine) return { why: 'other_class', example: machine, errorClass: 'unclassified' };
  const letters = rule.phrase.match(/\p{L}/gu)?.length ?? 0;
  return letters < LEAST_LETTERS ? { why: 'too_short' } : null;
}

/** The guard's own texts, for tests and for whoever wants to read them. */
export const guardExamples = { settled, sayNothing, neverBlocks } as const;
