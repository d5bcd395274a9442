import 'server-only';
import { refuseRule, type TextRule } from '#lib/domain/text-rules.ts';
import { AppError } from '#lib/server/http/app-error.ts';

/** @throws AppError invalid_input, with the text that the rule would get wrong */
export function assertMayBeRule(rule: Omit<TextRule, 'id'>): void {
  const refusal = refuseRule(rule);
  if (!refusal) return;
  const message = {
    too_short: () => 'These words are too short to tell one cause from another. Give more of them.',
    too_general: (example: string) =>
      `These words say too little: they are also in “${example}”, which has no one cause. Give more of them.`,
    other_class: (example: string) =>
      rule.errorClass === 'content_blocked'
        ? `This would call “${example}” a block, and it is none. Give words that only a block has.`
        : `“${example}” is filed by a rule of the program already, and that rule stands. Give words that are not in it.`,
  }[refusal.why]('example' in refusal ? refusal.example : '');
  throw new AppError('invalid_input', message, { fields: { phrase: message } });
}
