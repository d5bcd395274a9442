import type { RulePreview, RuleView } from '#lib/contracts/classifier.ts';
import type { FiledClass } from '#lib/domain/text-rules.ts';
import { classWords } from '../review-words.ts';

/** What filing under a class means for the person who asked. */
export const classMeanings: Record<FiledClass, string> = {
  content_blocked: 'The try-on ends as blocked, and the shopper may appeal.',
  no_person: 'The shopper is asked for another photo.',
  input_unreadable: 'The shopper is asked for another file.',
  invalid_request: 'The shopper reads that the mistake is ours.',
};

export const casesWords = (count: number): string => `${count} case${count === 1 ? '' : 's'}`;

/** "4 open, 2 closed" */
export function countWords({ open, resolved }: { open: number; resolved: number }): string {
  const parts = [open > 0 && `${open} open`, resolved > 0 && `${resolved} closed`];
  return parts.filter(Boolean).join(', ') || 'none';
}

/** What a rule has filed so far, as a sentence. */
export function filedWords(filed: RuleView['filed']): string {
  if (filed.length === 0) return 'Has filed nothing yet.';
  const parts = filed.map(({ from, count }) => `${count} from “${classWords[from]}”`);
  return `Filed ${parts.join(', ')}.`;
}

/** How many open cases will follow. */
export const followers = ({ changes, appealed }: RulePreview): number =>
  changes.reduce((sum, { open }) => sum + open, 0) - appealed;
